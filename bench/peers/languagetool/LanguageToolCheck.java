// LanguageTool with its default rules of American English on the files named: a line "file, rule, begin, end" a match, in
// UTF-16 units. Its own command line prints positions for people only.
import java.nio.file.Files;
import java.nio.file.Path;
import org.languagetool.JLanguageTool;
import org.languagetool.language.AmericanEnglish;
import org.languagetool.rules.RuleMatch;

public class LanguageToolCheck {
  public static void main(String[] files) throws Exception {
    JLanguageTool tool = new JLanguageTool(new AmericanEnglish());
    for (String file : files) {
      for (RuleMatch match : tool.check(Files.readString(Path.of(file)))) {
        System.out.println(file + "\t" + match.getRule().getId() + "\t" + match.getFromPos() + "\t" + match.getToPos());
      }
    }
  }
}

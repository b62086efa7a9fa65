// CoreNLP's quote annotator on the files named: a line "file, begin, end, speaker's begin, end, name" a quotation, in UTF-16
// units; -1 and an empty name where it found no speaker.
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

public class CoreNlpQuotes {
  public static void main(String[] files) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
    settings.setProperty("coref.algorithm", "statistical");
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("ner.applyNumericClassifiers", "false");
    settings.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    for (String file : files) {
      CoreDocument document = new CoreDocument(Files.readString(Path.of(file)));
      pipeline.annotate(document);
      List<CoreLabel> tokens = document.tokens();
      List<CoreMap> quotes = document.annotation().get(CoreAnnotations.QuotationsAnnotation.class);
      for (CoreMap quote : quotes == null ? List.<CoreMap>of() : quotes) Print(file, quote, tokens);
    }
  }

  private static void Print(String file, CoreMap quote, List<CoreLabel> tokens) {
    Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
    Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
    boolean known = first != null && last != null && first >= 0 && last < tokens.size();
    String name = quote.get(QuoteAttributionAnnotator.CanonicalMentionAnnotation.class);
    System.out.println(String.join("\t", file,
        String.valueOf(quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class)),
        String.valueOf(quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class)),
        known ? String.valueOf(tokens.get(first).beginPosition()) : "-1",
        known ? String.valueOf(tokens.get(last).endPosition()) : "-1",
        name == null ? "" : name.replace('\t', ' ').replace('\n', ' ')));
  }
}

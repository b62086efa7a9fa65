// read_report FORMAT < REPORT: what reviewdog reads in a report, a line a diagnostic.
package main

import (
	"fmt"
	"os"

	"github.com/reviewdog/reviewdog/parser"
)

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	reader, err := parser.New(&parser.Option{FormatName: os.Args[1]})
	fail(err)
	diagnostics, err := reader.Parse(os.Stdin)
	fail(err)
	for _, d := range diagnostics {
		at := d.GetLocation().GetRange()
		fmt.Printf("%s|%d:%d|%d:%d|%s|%s", d.GetLocation().GetPath(), at.GetStart().GetLine(), at.GetStart().GetColumn(),
			at.GetEnd().GetLine(), at.GetEnd().GetColumn(), d.GetSeverity(), d.GetCode().GetValue())
		for _, suggestion := range d.GetSuggestions() {
			fmt.Printf("|%s", suggestion.GetText())
		}
		fmt.Println()
	}
}

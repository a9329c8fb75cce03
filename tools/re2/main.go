// Re2 tells what Go's own regular expressions make of texts. A line of standard input is an expression and its texts,
// {"expression": "a+", "texts": ["a", "b"]}; a line of standard output is [true, false], or null where Go refuses it.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"regexp"
)

type question struct {
	Expression string   `json:"expression"`
	Texts      []string `json:"texts"`
}

func main() {
	questions, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			log.Fatal(err)
		}
		if err := answers.Encode(answer(asked)); err != nil {
			log.Fatal(err)
		}
	}
}

func answer(asked question) []bool {
	expression, err := regexp.Compile(asked.Expression)
	if err != nil {
		return nil
	}
	matches := make([]bool, 0, len(asked.Texts))
	for _, text := range asked.Texts {
		matches = append(matches, expression.MatchString(text))
	}
	return matches
}

package org.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// Prints words with their brackets as drafts have them: `[Arda: in phases][Bel: no text]`.
///
/// @param names the name of a party
/// @param noText the words for an alternative without words
public record BracketPrinter(Function<PartyId, String> names, String noText) {

  private static final String STEP = "    ";

  /// An alternative in printed words.
  ///
  /// @param start where its opening bracket stands
  /// @param end where it ends, its closing bracket included
  /// @param bracket the place of its bracket among those of the paragraph, from 0
  /// @param of the alternative
  public record PrintedAlternative(int start, int end, int bracket, Segment.Alternative of) {}

  /// A printed paragraph.
  ///
  /// @param words its words with number and brackets
  /// @param alternatives the alternatives in them, in order
  public record PrintedWords(String words, List<PrintedAlternative> alternatives) {
    public PrintedWords {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A paragraph as printed.
  public PrintedWords print(DocumentLine line) {
    StringBuilder words = new StringBuilder(line.number());
    List<PrintedAlternative> alternatives = new ArrayList<>();
    int brackets = 0;
    for (Segment each : line.words()) {
      switch (each) {
        case Segment.Plain(String said) -> words.append(said);
        case Segment.Bracket bracket -> {
          for (Segment.Alternative of : bracket.alternatives()) {
            int start = words.length();
            words.append('[').append(printed(of)).append(']');
            alternatives.add(new PrintedAlternative(start, words.length(), brackets, of));
          }
          brackets++;
        }
      }
    }
    return new PrintedWords(words.toString(), alternatives);
  }

  /// Some words as printed.
  public String print(DocumentElement of, List<Segment> words) {
    return print(new DocumentLine(of, DocumentLine.LineRole.BODY, 0, 0, "", words)).words();
  }

  private String printed(Segment.Alternative of) {
    String words = of.words();
    String said = words == null ? noText : words;
    return of.holders().isEmpty() ? said : holders(of) + ": " + said;
  }

  /// The names of the holders of an alternative.
  public String holders(Segment.Alternative of) {
    return of.holders().stream().map(names).collect(Collectors.joining(", "));
  }

  /// All words of a text, a paragraph a line, as [DocumentReader] reads them. Where paragraphs
  /// follow lists, lines are moved in, which tells whose they are.
  public String print(DocumentText text) {
    List<DocumentLine> lines = text.lines();
    boolean isIndented = lines.stream().anyMatch(each -> each.element().isUnnumbered());
    return lines.stream()
        .map(each -> (isIndented ? STEP.repeat(each.indent()) : "") + print(each).words())
        .collect(Collectors.joining("\n\n"));
  }
}

package org.parley.web.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.texts.EditAnswer;
import org.parley.answer.texts.TextDoubts;
import org.parley.document.BracketPrinter;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine;
import org.parley.document.ElementKind;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.WrittenText;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.redline.ComparedElement;
import org.parley.redline.Piece;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.board.ComparedTextsPage;
import org.parley.web.board.WholeTextPage;

/// Whole texts of instruments.
final class DocumentLines {

  /// A whole text, element by element.
  ///
  /// @param language its language; absent where it is not on record
  /// @param versions every version of the text, the oldest first
  record InstrumentText(
      InstrumentId instrument,
      String title,
      String version,
      Edtf date,
      @Nullable String language,
      String sha256,
      List<TextEdition> versions,
      List<TextPart> elements,
      List<TextDoubts.ElementDoubt> doubts) {}

  /// A version of a text, and its languages.
  record TextEdition(String version, Edtf date, List<String> languages) {}

  /// An element of a text.
  ///
  /// @param in the element that it is part of; absent at the top
  /// @param paragraphs its own words, with brackets and their holders as printed
  /// @param brackets how many brackets they have
  /// @param point the point that the words come from; absent for others
  record TextPart(
      String id,
      @Nullable String in,
      ElementKind kind,
      String number,
      String heading,
      List<String> paragraphs,
      int brackets,
      @Nullable PointId point) {}

  /// Two whole texts of an instrument, compared.
  ///
  /// @param changes the elements that changed, in the order of the text
  /// @param does what the changes do
  record ComparedTexts(
      InstrumentId instrument, String from, String to, List<TextChange> changes, EditAnswer does) {}

  /// An element that changed.
  ///
  /// @param moved where the same words stand in the other text; absent where they do not
  record TextChange(
      int number,
      String element,
      String label,
      Piece.Kind is,
      @Nullable String moved,
      List<ChangedParagraph> paragraphs) {}

  /// A paragraph in pieces.
  record ChangedParagraph(List<LedgerLines.TextPiece> pieces) {}

  private DocumentLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get(
                "/api/instruments/{id}/text",
                "board",
                "wholeText",
                "the whole text of an instrument, element by element")
            .with(
                Parameter.text("version", "The version of the text. Default: the latest."),
                Parameter.text("language", "The language of the text. Default: its first."))
            .answers(InstrumentText.class, DocumentLines::text),
        Line.get(
                "/api/instruments/{id}/compare",
                "board",
                "compareWholeTexts",
                "two whole texts of an instrument compared")
            .with(
                Parameter.text("from", "The earlier version. Default: the one before."),
                Parameter.text("to", "The later version. Default: the latest."),
                Parameter.text("language", "The language of the text. Default: its first."))
            .answers(ComparedTexts.class, DocumentLines::compared));
  }

  private static Reply compared(Asked asked) {
    ComparedTextsPage page = ComparedTextsPage.of(asked.open(), asked.path("id"), asked.query());
    AvailableText against = page.text().against();
    return Reply.of(
        new ComparedTexts(
            page.text().instrument().id(),
            against == null ? "" : against.version(),
            page.text().version().version(),
            page.changes().stream().map(DocumentLines::change).toList(),
            page.does()));
  }

  private static TextChange change(ComparedTextsPage.TextStretch change) {
    ComparedElement changed = change.changed();
    DocumentElement moved = changed.moved();
    return new TextChange(
        change.number(),
        changed.element().id(),
        change.name(),
        changed.kind(),
        moved == null ? null : moved.id(),
        changed.lines().stream()
            .map(
                line ->
                    new ChangedParagraph(
                        line.pieces().stream()
                            .map(each -> new LedgerLines.TextPiece(each.kind(), each.text()))
                            .toList()))
            .toList());
  }

  private static Reply text(Asked asked) {
    WholeTextPage page = WholeTextPage.of(asked.open(), asked.path("id"), asked.query());
    WrittenText text = page.text();
    return Reply.of(
        new InstrumentText(
            text.instrument().id(),
            text.title(),
            text.version().version(),
            text.version().date(),
            text.text().language(),
            text.digest(),
            page.texts().stream().map(DocumentLines::edition).toList(),
            elements(text),
            page.doubts()));
  }

  private static TextEdition edition(AvailableText each) {
    return new TextEdition(each.version(), each.date(), each.languages());
  }

  private static List<TextPart> elements(WrittenText text) {
    List<TextPart> elements = new ArrayList<>();
    text.text().elements().forEach(each -> add(each, null, text.printer(), elements));
    return elements;
  }

  private static void add(
      DocumentElement each, @Nullable String in, BracketPrinter printer, List<TextPart> elements) {
    elements.add(
        new TextPart(
            each.id(),
            in,
            each.kind(),
            each.number(),
            each.heading(),
            DocumentLine.paragraphs(each.words()).stream()
                .map(words -> printer.print(each, words))
                .toList(),
            (int) each.words().stream().filter(Segment.Bracket.class::isInstance).count(),
            each.point()));
    each.parts().forEach(part -> add(part, each.id(), printer, elements));
  }
}

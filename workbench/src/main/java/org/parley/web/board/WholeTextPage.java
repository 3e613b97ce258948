package org.parley.web.board;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.texts.TextDoubts;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.NoSuchTextException;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.WrittenText;
import org.parley.model.text.Segment;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The whole text of an instrument, with a table of contents and an anchor for each element.
///
/// @param open the case
/// @param text the text
/// @param texts every text of the instrument, the oldest first
public record WholeTextPage(OpenCase open, WrittenText text, List<AvailableText> texts) {

  /// The page of an address.
  ///
  /// @throws NotOnRecord if there is no such text
  public static WholeTextPage of(OpenCase open, String instrument, Query query) {
    WrittenText text =
        find(open, new TextChoice(instrument, query.text("version"), null, query.text("language")));
    return new WholeTextPage(open, text, InstrumentTexts.of(open.view(), text.instrument()).list());
  }

  /// The text that a file or a page is asked for.
  ///
  /// @throws NotOnRecord if there is no such text
  public static WrittenText find(OpenCase open, TextChoice choice) {
    try {
      return choice.in(open.view(), open.lastDay());
    } catch (NoSuchTextException e) {
      String kind =
          switch (e.missing()) {
            case INSTRUMENT -> "instrument with a text";
            case VERSION -> "version of this text";
            case LANGUAGE -> "language of this text";
          };
      throw new NotOnRecord(kind, e.value(), e.known());
    }
  }

  /// The text that a query asks for, in a file.
  ///
  /// @throws NotOnRecord if there is no such text
  public static WrittenText find(OpenCase open, Query query) {
    return find(
        open,
        new TextChoice(
            query.text("instrument"),
            query.text("version"),
            query.text("against"),
            query.text("language")));
  }

  public Frame frame() {
    return Frame.of(text.title(), open.view().info(), "instruments");
  }

  /// An entry of the table of contents.
  ///
  /// @param depth how many elements it stands in
  public record ContentsEntry(DocumentElement element, int depth) {}

  /// The elements that have a heading, or the number of an article or wider unit.
  public List<ContentsEntry> contents() {
    return lines().stream()
        .filter(each -> each.role() == DocumentLine.LineRole.HEAD)
        .map(each -> new ContentsEntry(each.element(), each.depth()))
        .toList();
  }

  /// The ids of elements at their first paragraphs, in the order of the paragraphs; empty for
  /// further ones.
  public List<String> anchors() {
    List<String> anchors = new ArrayList<>();
    String last = "";
    for (DocumentLine each : lines()) {
      String id = each.element().id();
      anchors.add(id.equals(last) ? "" : id);
      last = id;
    }
    return anchors;
  }

  /// The paragraphs.
  public List<DocumentLine> lines() {
    return text.text().lines();
  }

  /// Doubts about the text.
  public List<TextDoubts.ElementDoubt> doubts() {
    return TextDoubts.of(text).doubts();
  }

  /// The number of brackets.
  public long brackets() {
    return text.text()
        .all()
        .flatMap(each -> each.words().stream())
        .filter(Segment.Bracket.class::isInstance)
        .count();
  }

  /// The version before, if there is one.
  public @Nullable AvailableText before() {
    int at = texts.indexOf(text.version());
    return at > 0 ? texts.get(at - 1) : null;
  }

  /// A file of this text.
  ///
  /// @param isCompared whether it shows what changed since the version before
  public String file(Address address, boolean isCompared) {
    List<String> asked = new ArrayList<>();
    asked.add("instrument=" + Link.encoded(text.instrument().id().value()));
    asked.add("version=" + Link.encoded(text.version().version()));
    AvailableText earlier = before();
    if (isCompared && earlier != null) {
      asked.add("against=" + Link.encoded(earlier.version()));
    }
    String language = text.text().language();
    if (language != null) {
      asked.add("language=" + Link.encoded(language));
    }
    return Link.to(address) + "?" + String.join("&", asked);
  }
}

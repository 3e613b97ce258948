package org.parley.exchange.document;

import java.util.List;
import org.parley.document.DocumentLine;
import org.parley.document.DocumentLine.LineRole;
import org.parley.exchange.tree.XmlWriter;
import org.parley.redline.ComparedLine;
import org.parley.redline.DocumentComparison;
import org.parley.redline.Piece;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Writes a text as one page of HTML that needs nothing else, with contents and anchors. The page
/// is well-formed XML too, since a PDF is printed of it.
public final class TextPageFile {

  private static final int DEEPEST = 6;

  /// Running headers, which a PDF has and no browser knows.
  private static final String MARGINS =
      """
      @page { size: A4; margin: 22mm 20mm 20mm 20mm;
        @top-left { content: element(running); }
        @bottom-left { content: element(marking); }
        @bottom-right { content: counter(page) " / " counter(pages);
          font: 7.5pt "Source Sans"; color: #5a554c; } }
      @media print {
        .running { position: running(running); width: 170mm; font-size: 7.5pt; }
        .marking { position: running(marking); width: 145mm; font-size: 6.5pt; } }
      """;

  private static final String STYLE =
      """
      html { background: #ffffff; }
      body { margin: 0 auto; max-width: 46rem; padding: 0 1rem; color: #1d1b17; line-height: 1.5;
        font-family: "Source Serif", "Source Serif 4", Georgia, "Times New Roman", serif; }
      h1 { font-size: 1.6em; line-height: 1.2; }
      h2 { font-size: 1.25em; margin: 1.6em 0 .5em 0; }
      h3 { font-size: 1.1em; margin: 1.3em 0 .4em 0; }
      h4, h5, h6 { font-size: 1em; margin: 1.1em 0 .3em 0; }
      .kept { page-break-after: avoid; }
      p { margin: .4em 0; overflow-wrap: break-word; word-wrap: break-word; }
      a { color: #1d4a7a; }
      .of { color: #5a554c; }
      .running, .marking { font-size: .8em; color: #5a554c; word-wrap: break-word; }
      ul.contents { list-style: none; padding: 0; }
      .d1 { margin-left: 1.5em; } .d2 { margin-left: 3em; } .d3 { margin-left: 4.5em; }
      .i1 { margin-left: 2em; } .i2 { margin-left: 4em; } .i3 { margin-left: 6em; }
      .b { color: #7a3e00; }
      ins { color: #14532d; text-decoration: underline; }
      del { color: #8a1c1c; text-decoration: line-through; }
      @media print { body { max-width: none; padding: 0; font-size: 10pt; } }
      """;

  private final WrittenText text;
  private final XmlWriter page = XmlWriter.ofHtml();
  private final DocumentComparison comparison;
  private final boolean isForPrint;

  private TextPageFile(WrittenText text, boolean isForPrint) {
    this.text = text;
    this.isForPrint = isForPrint;
    this.comparison = text.comparison();
  }

  /// The page.
  public static String write(WrittenText text) {
    return new TextPageFile(text, false).write();
  }

  /// The page with what a PDF is printed of: its bookmarks.
  public static String forPrint(WrittenText text) {
    return new TextPageFile(text, true).write();
  }

  private String write() {
    String language = text.text().language();
    page.open("html").with("lang", language == null ? Language.current().tag() : language);
    page.with("dir", text.isRightToLeft() ? "rtl" : "ltr");
    page.with("xmlns", "http://www.w3.org/1999/xhtml").line();
    head();
    page.open("body").line();
    margins();
    page.open("main").line();
    page.open("h1").with("id", "top").text(text.title()).close().line();
    page.open("p").with("class", "of").text(text.versionLine()).close().line();
    contents();
    paragraphs();
    page.close().line();
    return page.close().line().close().line().toString();
  }

  private void head() {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8");
    page.open("meta").with("name", "viewport");
    page.with("content", "width=device-width, initial-scale=1").close();
    page.text("title", text.title() + ", " + text.versionLine());
    page.open("meta").with("name", "description").with("content", text.versionLine()).close();
    if (isForPrint) {
      bookmarks();
    }
    page.text("style", isForPrint ? STYLE + MARGINS : STYLE).close().line();
  }

  private void bookmarks() {
    page.open("bookmarks");
    bookmark(text.title(), "top");
    heads().stream()
        .filter(each -> each.depth() == 0)
        .forEach(each -> bookmark(each.element().label(), each.element().id()));
    page.close();
  }

  private void bookmark(String name, String id) {
    page.open("bookmark").with("name", name).with("href", "#" + id).close();
  }

  private void margins() {
    page.open("div").with("class", "running");
    page.text(text.title() + " · " + text.versionLine()).close().line();
    page.open("div").with("class", "marking");
    page.text(
            Messages.current()
                .text(
                    "whole-text.footer",
                    "title",
                    text.view().info().title().text(),
                    "day",
                    text.asOf(),
                    "digest",
                    text.digest()))
        .close()
        .line();
  }

  private List<DocumentLine> heads() {
    return text.text().lines().stream().filter(each -> each.role() == LineRole.HEAD).toList();
  }

  private void contents() {
    List<DocumentLine> heads = heads();
    if (heads.size() < 2) {
      return;
    }
    String title = Messages.current().text("whole-text.contents");
    page.open("nav").with("aria-label", title).open("h2").text(title).close();
    page.open("ul").with("class", "contents").line();
    for (DocumentLine each : heads) {
      page.open("li").with("class", "d" + Math.min(each.depth(), 3));
      page.open("a").with("href", "#" + each.element().id());
      page.text(each.element().label()).close().close().line();
    }
    page.close().close().line();
  }

  private void paragraphs() {
    String last = "";
    int heading = 1;
    List<ComparedLine> lines = comparison.lines();
    for (int i = 0; i < lines.size(); i++) {
      ComparedLine each = lines.get(i);
      DocumentLine line = each.line();
      boolean isFirst = each.after() != null && !line.element().id().equals(last);
      last = each.after() == null ? last : line.element().id();
      if (line.role() == LineRole.HEAD) {
        // no level is left out, as somebody who hears the page goes by them
        heading = Math.min(Math.min(line.depth() + 2, heading + 1), DEEPEST);
        page.open("h" + heading);
        if (i + 1 < lines.size() && lines.get(i + 1).line().role() != LineRole.HEAD) {
          page.with("class", "kept");
        }
      } else {
        page.open("p").with("class", "i" + Math.min(line.items(), 3));
      }
      if (isFirst) {
        page.with("id", line.element().id());
      }
      pieces(each);
      page.close().line();
    }
  }

  private void pieces(ComparedLine line) {
    for (Piece each : line.pieces()) {
      switch (each.kind()) {
        case KEPT -> words(each.text());
        case ADDED -> changed("ins", each.text());
        case REMOVED -> changed("del", each.text());
      }
    }
  }

  private void changed(String name, String words) {
    page.open(name);
    words(words);
    page.close();
  }

  private void words(String words) {
    String[] lines = words.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        page.empty("br");
      }
      page.text(lines[i]);
    }
  }
}

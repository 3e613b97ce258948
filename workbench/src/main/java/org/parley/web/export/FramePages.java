package org.parley.web.export;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import org.parley.exchange.tables.PageTable;
import org.parley.exchange.tables.TableCell;
import org.parley.web.view.Asset;
import org.parley.wording.Language;

/// One drawing or table of a page, as a page for frames on other sites. It has no script, no form
/// and no link but the one to its page.
public final class FramePages {

  private FramePages() {}

  /// A drawing.
  ///
  /// @param page the address of the page it is from
  public static String of(PageDrawing drawing, String page) {
    return document(drawing.title(), "<div class=\"picture\">" + drawing.svg() + "</div>", page);
  }

  /// A table.
  ///
  /// @param source the lines below it: where it comes from
  public static String of(PageTable table, List<String> source, String page) {
    StringOutput out = new StringOutput();
    out.writeContent("<table class=\"list\"><caption>");
    Escape.htmlContent(table.title(), out);
    out.writeContent("</caption>\n");
    if (table.hasHeadings()) {
      out.writeContent("<thead><tr>");
      table.columns().forEach(each -> cell(out, "th scope=\"col\"", "th", each));
      out.writeContent("</tr></thead>\n");
    }
    out.writeContent("<tbody>\n");
    for (List<TableCell> row : table.rows()) {
      out.writeContent("<tr>");
      for (int column = 0; column < row.size(); column++) {
        boolean isHeading = column < table.rowHeadings();
        cell(
            out,
            isHeading ? "th scope=\"row\"" : "td",
            isHeading ? "th" : "td",
            row.get(column).written());
      }
      out.writeContent("</tr>\n");
    }
    out.writeContent("</tbody></table>\n");
    for (String line : source) {
      cell(out, "p class=\"quiet\"", "p", line);
    }
    return document(table.title(), out.toString(), page);
  }

  private static void cell(StringOutput out, String open, String close, String words) {
    out.writeContent("<" + open + ">");
    Escape.htmlContent(words, out);
    out.writeContent("</" + close + ">");
  }

  private static String document(String title, String content, String page) {
    StringOutput out = new StringOutput();
    out.writeContent(
        "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            .formatted(
                Language.current().tag(), Language.current().isRightToLeft() ? "rtl" : "ltr"));
    out.writeContent(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    Escape.htmlContent(title, out);
    out.writeContent("</title>\n<link rel=\"stylesheet\" href=\"");
    Escape.htmlAttribute(Asset.url("parley.css"), out);
    out.writeContent("\">\n</head>\n<body class=\"embedded\">\n" + content + "<p class=\"take\">");
    out.writeContent("<a target=\"_blank\" rel=\"noopener\" href=\"");
    Escape.htmlAttribute(page, out);
    out.writeContent("\">Parley</a></p>\n</body>\n</html>\n");
    return out.toString();
  }
}

package org.parley.web.export;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.exchange.tables.TableFormat;
import org.parley.web.view.Say;

/// Writes under every named table of a page the links that download it.
///
/// One place does it for all pages, so no page can forget it. Linear in the length of the page.
public final class TableLinks {

  private static final Pattern TAGS =
      Pattern.compile(
          "(<div class=\"scroll[^\"]*\"(?:[^>\"]++|\"[^\"]*+\")*+>\\s*)?<table\\b((?:[^>\"]++|\"[^\"]*+\")*+)>|</table>");

  /// How whatever matches begins.
  private static final List<String> STARTS = List.of(LinkPlaces.REGION, "<table", "</table>");

  private static final Pattern NAME = Pattern.compile("\\bdata-table=\"([^\"]*)\"");
  private static final Pattern END_OF_REGION = Pattern.compile("\\s*</div>");

  /// A table whose end is not reached.
  ///
  /// @param name its name; empty if it is not exported
  /// @param isInRegion whether a region scrolls it
  private record OpenTable(String name, boolean isInRegion) {}

  private TableLinks() {}

  /// The page with links under its tables.
  ///
  /// @param html the page
  /// @param address the address of the page as it is shown
  /// @param hasFrames whether other sites may show them
  public static String under(String html, ExportAddress address, boolean hasFrames) {
    if (!html.contains(PageTables.NAME)) {
      return html;
    }
    Matcher tags = TAGS.matcher(html);
    LinkPlaces places = new LinkPlaces(html, STARTS);
    StringBuilder out = new StringBuilder(html.length() + 1_024);
    Deque<OpenTable> open = new ArrayDeque<>();
    int done = 0;
    while (places.next(tags)) {
      if (tags.group(2) != null) {
        Matcher name = NAME.matcher(tags.group(2));
        open.push(new OpenTable(name.find() ? name.group(1) : "", tags.group(1) != null));
      } else if (!open.isEmpty()) {
        OpenTable table = open.pop();
        if (!table.name().isEmpty()) {
          int end = end(html, tags.end(), table);
          out.append(html, done, end).append(links(table.name(), address, hasFrames));
          done = end;
        }
      }
    }
    return out.append(html, done, html.length()).toString();
  }

  /// After the table, and after the region that scrolls it.
  private static int end(String html, int end, OpenTable table) {
    Matcher region = END_OF_REGION.matcher(html).region(end, html.length());
    return table.isInRegion() && region.lookingAt() ? region.end() : end;
  }

  private static String links(String name, ExportAddress address, boolean hasFrames) {
    StringOutput out = new StringOutput();
    out.writeContent("\n<p class=\"take\"><span>");
    Escape.htmlContent(Say.text("export.table"), out);
    out.writeContent("</span>");
    for (TableFormat format : TableFormat.values()) {
      out.writeContent(" <a rel=\"nofollow\" download href=\"");
      Escape.htmlAttribute(address.table(name, format), out);
      out.writeContent("\">");
      Escape.htmlContent(Say.text("export.format", "format", format), out);
      out.writeContent("</a>");
    }
    if (hasFrames) {
      out.writeContent(" <a rel=\"nofollow\" href=\"");
      Escape.htmlAttribute(address.ofFrame(ExportAddress.TABLE, name), out);
      out.writeContent("\">");
      Escape.htmlContent(Say.text("export.frame"), out);
      out.writeContent("</a>");
    }
    out.writeContent("</p>");
    return out.toString();
  }
}

package org.parley.web.brief.word;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.parley.exchange.tree.XmlWriter;

/// Writes a table: header rows repeat on each page, and no row is broken over two.
///
/// @param cell writes the content of a cell
record WordTable(XmlWriter xml, Element table, Consumer<Element> cell) {

  /// The width between the margins, in twentieths of a point.
  private static final int WIDTH = 9_412;

  /// Shares of columns, in letters.
  private static final int LEAST = 8;

  private static final int MOST = 44;

  void write() {
    xml.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", "TableGrid");
    xml.open("w:tblW").with("w:w", "5000").with("w:type", "pct").close();
    xml.open("w:tblLook").with("w:firstRow", hasHead() ? "1" : "0").with("w:firstColumn", "1");
    xml.close().close().open("w:tblGrid");
    int[] shares = shares();
    int all = Arrays.stream(shares).sum();
    for (int share : shares) {
      xml.empty("w:gridCol", "w:w", Integer.toString(WIDTH * share / all));
    }
    xml.close();
    table.select("tr").forEach(this::row);
    xml.close();
    // two tables in a row would be one
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Cell").close().close();
  }

  private boolean hasHead() {
    return !table.select("thead tr").isEmpty();
  }

  /// The share of each column, by its longest words.
  private int[] shares() {
    int[] shares = new int[columns()];
    Arrays.fill(shares, LEAST);
    for (Element row : table.select("tr")) {
      for (int column = 0; column < row.children().size(); column++) {
        Element cell = row.child(column);
        int letters = cell.select("svg").isEmpty() ? cell.text().length() : MOST;
        shares[column] = Math.max(shares[column], Math.min(MOST, letters));
      }
    }
    return shares;
  }

  private int columns() {
    return table.select("tr").stream().mapToInt(row -> row.children().size()).max().orElse(1);
  }

  private void row(Element row) {
    Element part = row.parent();
    xml.open("w:tr").open("w:trPr").empty("w:cantSplit");
    if (part != null && part.normalName().equals("thead")) {
      xml.empty("w:tblHeader");
    }
    xml.close();
    row.children().forEach(this::one);
    xml.close();
  }

  private void one(Element each) {
    xml.open("w:tc").open("w:tcPr");
    if (each.attr("colspan").matches("[1-9]\\d?")) {
      xml.empty("w:gridSpan", "w:val", each.attr("colspan"));
    }
    xml.close();
    cell.accept(each);
    xml.close();
  }
}

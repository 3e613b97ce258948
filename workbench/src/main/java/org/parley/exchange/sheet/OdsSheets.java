package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of an OpenDocument spreadsheet (ODS, ISO/IEC 26300), element by element.
/// Formulas are read as the values that stand beside them, and never computed.
///
/// Document types are refused, so no entity expands or names a file. A row or cell that is said to
/// be repeated is repeated within the limits of a [Sheet] only.
final class OdsSheets {

  /// The part with the cells.
  static final String CONTENT = "content.xml";

  private static final XMLInputFactory FACTORY = factory();

  /// Parts of a cell that are not its text.
  private static final Set<String> LEFT_OUT =
      Set.of("annotation", "frame", "event-listeners", "detective", "table", "note", "ruby-text");

  /// The most characters that repeated rows have together.
  private static final long MOST_CHARACTERS = 64 << 20;

  private static final int MOST_SHEETS = 1_000;
  private static final int DEEPEST = 100;

  private final XMLStreamReader xml;
  private final List<Sheet.Line> lines = new ArrayList<>();
  private final int mostRows;
  private final MergedCells merged = new MergedCells();
  private long row;
  private long characters;
  private int depth;

  private OdsSheets(XMLStreamReader xml, int mostRows) {
    this.xml = xml;
    this.mostRows = mostRows;
  }

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /// Opens the part with the cells.
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /// A sheet of a file.
  ///
  /// @param place from 0
  private record Named(int place, String name, boolean isShown) {}

  /// Reads a sheet of a file that is within its bounds.
  ///
  /// @param choice the sheet that is read
  static Sheet read(Content content, SheetChoice choice) throws IOException, XMLStreamException {
    List<Named> named = new ArrayList<>();
    try (InputStream in = content.open()) {
      new OdsSheets(FACTORY.createXMLStreamReader(in), choice.mostRows()).list(named);
    }
    return new SheetChooser<>(
            Named::name, Named::isShown, each -> read(content, each, choice.mostRows()), choice)
        .read(named);
  }

  private static Sheet read(Content content, Named chosen, int mostRows) throws IOException {
    try (InputStream in = content.open()) {
      OdsSheets sheets = new OdsSheets(FACTORY.createXMLStreamReader(in), mostRows);
      sheets.read(chosen.place());
      return Sheet.of(sheets.merged.filled(sheets.lines), chosen.name(), mostRows);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /// The next element that begins; null at the end.
  private @Nullable String next() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return xml.getLocalName();
      }
    }
    return null;
  }

  private int step() throws XMLStreamException {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException("it has a document type");
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > DEEPEST) {
          throw new XMLStreamException("it is nested too deeply");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      default -> {
        // text and comments change nothing
      }
    }
    return event;
  }

  /// Passes over the element that has begun.
  private void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside) {
      step();
    }
  }

  private @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /// How often a row or cell is repeated; more than any limit for more than fits.
  private int repeated(String name) {
    String found = attribute(name);
    if (found == null || !found.matches("\\d{1,18}")) {
      return 1;
    }
    return Math.clamp(Long.parseLong(found), 1, Integer.MAX_VALUE);
  }

  private void list(List<Named> named) throws XMLStreamException, BadSheetException {
    Set<String> hidden = new HashSet<>();
    String style = "";
    for (String each = next(); each != null; each = next()) {
      switch (each) {
        case "style" -> style = String.valueOf(attribute("name"));
        case "table-properties" -> {
          if ("false".equals(attribute("display"))) {
            hidden.add(style);
          }
        }
        case "table" -> {
          boolean isShown = !hidden.contains(String.valueOf(attribute("style-name")));
          named.add(new Named(named.size(), String.valueOf(attribute("name")), isShown));
          if (named.size() > MOST_SHEETS) {
            throw new BadSheetException(SheetFault.Plain.SHEET_NOT_A_WORKBOOK, "");
          }
          skip();
        }
        case "tracked-changes", "shapes" -> skip();
        default -> {
          // what stands around sheets
        }
      }
    }
  }

  private void read(int place) throws XMLStreamException, BadSheetException {
    int left = place;
    for (String each = next(); each != null; each = next()) {
      switch (each) {
        case "table" -> {
          if (left-- == 0) {
            rows();
            return;
          }
          skip();
        }
        case "tracked-changes", "shapes" -> skip();
        default -> {
          // what stands around sheets
        }
      }
    }
  }

  private void rows() throws XMLStreamException, BadSheetException {
    int outside = depth - 1;
    while (depth > outside) {
      if (step() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "table-row" -> row();
        case "table-row-group", "table-rows", "table-header-rows" -> {
          // rows stand in it
        }
        default -> skip();
      }
    }
  }

  private void row() throws XMLStreamException, BadSheetException {
    int repeated = repeated("number-rows-repeated");
    List<String> cells = cells();
    Sheet.Line first = new Sheet.Line(number(row + 1), cells);
    if (!first.isBlank()) {
      int most = Math.min(repeated, mostRows + 2 - lines.size());
      long length = cells.stream().mapToLong(String::length).sum();
      characters += length * most;
      if (characters > MOST_CHARACTERS) {
        throw new BadSheetException(
            new SheetFault.SheetTooLarge((int) (MOST_CHARACTERS >> 20)), "");
      }
      for (int i = 1; i <= most; i++) {
        lines.add(new Sheet.Line(number(row + i), cells));
      }
      if (lines.size() > mostRows + 1) {
        throw new BadSheetException(new SheetFault.TooManySheetRows(mostRows), "");
      }
    }
    row += repeated;
  }

  private static int number(long row) {
    return (int) Math.min(row, Integer.MAX_VALUE);
  }

  /// The cells of a row. Blank ones at its end are left out, which programs repeat to the edge.
  private List<String> cells() throws XMLStreamException, BadSheetException {
    List<String> cells = new ArrayList<>();
    long blank = 0;
    int outside = depth - 1;
    while (depth > outside) {
      if (step() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      int repeated = repeated("number-columns-repeated");
      int rows = repeated("number-rows-spanned");
      int columns = repeated("number-columns-spanned");
      String text = "";
      switch (xml.getLocalName()) {
        case "table-cell" -> text = cell();
        // a wider cell hides it
        case "covered-table-cell" -> skip();
        default -> {
          skip();
          continue;
        }
      }
      if (text.isBlank()) {
        blank += repeated;
        continue;
      }
      if (cells.size() + blank + repeated > Sheet.MOST_COLUMNS) {
        throw new BadSheetException(new SheetFault.TooManySheetColumns(Sheet.MOST_COLUMNS), "");
      }
      for (; blank > 0; blank--) {
        cells.add("");
      }
      merged.add(new MergedCells.Range(number(row + 1), cells.size(), rows, columns));
      for (int i = 0; i < repeated; i++) {
        cells.add(text);
      }
    }
    return cells;
  }

  private String cell() throws XMLStreamException, BadSheetException {
    String type = String.valueOf(attribute("value-type"));
    String value =
        switch (type) {
          case "float", "currency" -> number(attribute("value"));
          case "percentage" -> percent(attribute("value"));
          case "date" -> day(attribute("date-value"));
          case "boolean" -> attribute("boolean-value");
          default -> null;
        };
    String shown = shown();
    return value == null || value.isBlank() ? shown : value;
  }

  private static @Nullable String number(@Nullable String value) {
    return value == null ? null : WorkbookNumbers.of(value);
  }

  private static @Nullable String percent(@Nullable String value) {
    return value == null ? null : Percentages.of(value);
  }

  /// The day of a moment.
  private static @Nullable String day(@Nullable String moment) {
    return moment == null ? null : moment.replaceFirst("T.*", "");
  }

  /// The text of a cell, a line for each of its paragraphs.
  private String shown() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean isFirst = true;
    int outside = depth - 1;
    while (depth > outside) {
      if (step() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!xml.getLocalName().equals("p")) {
        skip();
        continue;
      }
      if (!isFirst) {
        add(text, "\n");
      }
      isFirst = false;
      paragraph(text);
    }
    return text.toString();
  }

  private void paragraph(StringBuilder text) throws XMLStreamException {
    int outside = depth - 1;
    int from = text.length();
    while (depth > outside) {
      int event = step();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        collapsed(text, from, xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        switch (name) {
          case "s" -> add(text, " ".repeat(Math.min(repeated("c"), DEEPEST)));
          case "tab" -> add(text, "\t");
          case "line-break" -> add(text, "\n");
          default -> {
            if (LEFT_OUT.contains(name)) {
              skip();
            }
          }
        }
      }
    }
  }

  /// White space counts as one space, and as none at the beginning.
  private static void collapsed(StringBuilder text, int from, String words) {
    String said = words.replaceAll("[ \\t\\r\\n]+", " ");
    boolean isDouble =
        text.length() == from || Character.isWhitespace(text.charAt(text.length() - 1));
    add(text, isDouble && said.startsWith(" ") ? said.substring(1) : said);
  }

  /// More than a cell may have is refused, and need not be kept.
  private static void add(StringBuilder text, String more) {
    int room = Sheet.LONGEST_CELL + 1 - text.length();
    text.append(more, 0, Math.min(more.length(), Math.max(0, room)));
  }
}

package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.exchange.records.StrangersTable.Drawn;
import org.parley.exchange.records.StrangersTable.DrawnSheet;
import org.parley.exchange.records.StrangersTable.Merge;
import org.parley.exchange.sheet.SheetNote.NoteSubject;

/// A table drawn from a seed: its records, and a file in which they are laid out as strangers do.
final class StrangersLayout {

  private final SplittableRandom random;
  private final StrangersWords words;
  private final TableKind kind;
  private final StrangersRecords records;
  private final boolean isWorkbook;
  private final List<String> columns = new ArrayList<>();
  private final Map<String, String> headings = new HashMap<>();
  private final List<Map<String, String>> expected = new ArrayList<>();
  private final Set<String> told = new TreeSet<>();
  private final DrawnSheet sheet;
  private final List<DrawnSheet> sheets = new ArrayList<>();
  private final boolean hasTwoRows;
  private final int indent;
  private List<List<Drawn>> headingLines = List.of();
  private byte[] file = {};

  private StrangersLayout(long seed) {
    this.random = new SplittableRandom(seed);
    this.words = new StrangersWords(pick(StrangersWords.LANGUAGES), random);
    this.kind = pick(StrangersRecords.KINDS);
    this.records = new StrangersRecords(kind, words, random);
    this.isWorkbook = random.nextBoolean();
    this.sheet = new DrawnSheet("Data " + seed);
    this.indent = isOne(4) ? 1 : 0;
    this.hasTwoRows = kind == TableKind.POINTS && isOne(3);
    drawColumns();
    drawLines();
    drawFile();
  }

  static StrangersLayout of(long seed) {
    return new StrangersLayout(seed);
  }

  private boolean isOne(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void drawColumns() {
    List<String> all = new ArrayList<>(StrangersRecords.own(kind));
    for (String each : all) {
      String heading = hasTwoRows ? words.label(each) : words.heading(kind, each);
      if (heading.isEmpty() && StrangersRecords.ALWAYS.contains(each)) {
        heading = words.label(each);
      }
      if (!heading.isEmpty() && (StrangersRecords.ALWAYS.contains(each) || !isOne(3))) {
        columns.add(each);
        headings.put(each, heading);
      }
    }
    if (columns.size() < 2 && !StrangersRecords.PARTS.containsKey(kind)) {
      String second = StrangersRecords.own(kind).get(1);
      columns.add(second);
      headings.put(second, words.label(second));
    }
    // one shuffle for own columns, since those of elements stay together under one heading
    Collections.shuffle(columns, new Random(random.nextLong()));
    List<String> parts = new ArrayList<>();
    for (String each : StrangersRecords.PARTS.getOrDefault(kind, List.of())) {
      String heading = hasTwoRows ? words.label(each) : words.heading(kind, each);
      if (heading.isEmpty() && StrangersRecords.ALWAYS.contains(each)) {
        heading = words.label(each);
      }
      if (!heading.isEmpty()) {
        parts.add(each);
        headings.put(each, heading);
      }
    }
    columns.addAll(hasTwoRows ? columns.size() : random.nextInt(columns.size() + 1), parts);
    if (isOne(4)) {
      columns.add(random.nextInt(1, columns.size()), "");
    }
    if (hasTwoRows && columns.contains("")) {
      columns.remove("");
    }
  }

  private void drawLines() {
    int titles = random.nextInt(3);
    List<String> above =
        List.of("Ministry of Roads", "Annex 4 (draft)", "As of 3 May 2031").subList(0, titles);
    above.forEach(this::title);
    if (titles > 0 && random.nextBoolean()) {
      sheet.add(List.of());
    }
    headingLines = headingLines();
    addHeading();
    int count = random.nextInt(2, 6);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        between(above);
      }
      record(i);
    }
    mergeAlike();
    below();
  }

  private void title(String text) {
    int line = sheet.addWords(indent, text);
    if (isWorkbook && random.nextBoolean()) {
      sheet.merges().add(new Merge(line - 1, indent, line - 1, indent + columns.size() - 1));
    }
  }

  private List<List<Drawn>> headingLines() {
    if (!hasTwoRows) {
      return List.of(line(columns.stream().map(each -> headings.getOrDefault(each, "")).toList()));
    }
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    String group = "";
    for (String each : columns) {
      String[] label = headings.getOrDefault(each, "").split(": ?", 2);
      boolean isPart = label.length > 1;
      upper.add(isPart && label[0].equals(group) ? "" : label[0]);
      group = label[0];
      lower.add(isPart ? label[1] : "");
    }
    return List.of(line(upper), line(lower));
  }

  private List<Drawn> line(List<String> cells) {
    List<Drawn> line = new ArrayList<>(Collections.nCopies(indent, Drawn.NONE));
    cells.forEach(each -> line.add(Drawn.words(each)));
    return line;
  }

  /// Adds the heading; in a workbook cells over both of its rows, or several columns, may be
  /// merged.
  private void addHeading() {
    int row = sheet.lines().size();
    headingLines.forEach(sheet::add);
    if (!isWorkbook || !hasTwoRows || random.nextBoolean()) {
      return;
    }
    int first = -1;
    for (int i = 0; i < columns.size(); i++) {
      boolean isPart = columns.get(i).contains(".");
      if (!isPart) {
        sheet.merges().add(new Merge(row, indent + i, row + 1, indent + i));
      } else if (first < 0) {
        first = i;
      }
    }
    if (first >= 0 && first < columns.size() - 1) {
      sheet.merges().add(new Merge(row, indent + first, row, indent + columns.size() - 1));
    }
  }

  /// Draws something between two records: nothing, an empty line, a new page, a subtotal.
  private void between(List<String> titles) {
    switch (random.nextInt(8)) {
      case 0 -> sheet.add(List.of());
      case 1 -> {
        if (random.nextBoolean()) {
          sheet.add(List.of());
          if (!titles.isEmpty() && random.nextBoolean()) {
            title(titles.getFirst());
            tell(NoteSubject.REPEATED_HEADING);
          }
        }
        int before = sheet.lines().size();
        addHeading();
        for (int line = before + 1; line <= sheet.lines().size(); line++) {
          told.add(NoteSubject.REPEATED_HEADING + " " + line);
        }
      }
      case 2 -> total();
      default -> {
        // one record follows the other
      }
    }
  }

  private void tell(NoteSubject about) {
    told.add(about + " " + sheet.lines().size());
  }

  private void total() {
    int numbers = columns.indexOf(columns.contains("weight") ? "weight" : "worths");
    if (numbers > 0) {
      List<Drawn> line = new ArrayList<>(Collections.nCopies(indent + columns.size(), Drawn.NONE));
      line.set(indent, Drawn.words(words.total()));
      line.set(indent + numbers, words.whole(random.nextInt(10, 9_999)));
      sheet.add(line);
      tell(NoteSubject.TOTALS);
    }
  }

  private void record(int number) {
    boolean isApart = sheet.lines().getLast().isEmpty();
    Map<String, Drawn> own = new LinkedHashMap<>();
    Map<String, String> canonical = new HashMap<>();
    for (String each : columns) {
      if (StrangersRecords.own(kind).contains(each)) {
        // a row of one cell apart from the others may be a remark
        boolean isFilled = StrangersRecords.ALWAYS.contains(each) || isApart || !isOne(4);
        if (isFilled) {
          records.own(each, number, own, canonical);
        }
      }
    }
    int parts = StrangersRecords.PARTS.containsKey(kind) ? random.nextInt(1, 3) : 1;
    int first = sheet.lines().size();
    boolean isMerged = isWorkbook && random.nextBoolean();
    boolean isRepeated = !isMerged && random.nextBoolean();
    for (int i = 0; i < parts; i++) {
      Map<String, Drawn> cells = new HashMap<>(i == 0 || isRepeated ? own : Map.of());
      Map<String, String> row = new HashMap<>(i == 0 ? canonical : Map.of());
      records.part(number, i, columns.contains("options.proposedBy"), cells, row);
      if (kind == TableKind.POSITIONS && i > 0 && !isMerged) {
        cells.putAll(own);
      }
      expected.add(row);
      sheet.add(line(cells));
    }
    for (int i = 0; isMerged && parts > 1 && i < columns.size(); i++) {
      if (own.containsKey(columns.get(i))) {
        sheet.merges().add(new Merge(first, indent + i, first + parts - 1, indent + i));
      }
    }
  }

  private List<Drawn> line(Map<String, Drawn> cells) {
    List<Drawn> line = new ArrayList<>(Collections.nCopies(indent, Drawn.NONE));
    columns.forEach(each -> line.add(cells.getOrDefault(each, Drawn.NONE)));
    return line;
  }

  /// In a workbook, merges equal days and publishers of rows below one another.
  private void mergeAlike() {
    for (String column : List.of("date", "publisher", "happened")) {
      int at = indent + columns.indexOf(column);
      for (int row = 1; isWorkbook && at >= indent && row < sheet.lines().size(); row++) {
        Drawn above = cell(row - 1, at);
        if (!above.text().isEmpty() && above.equals(cell(row, at)) && isOne(2)) {
          sheet.merges().add(new Merge(row - 1, at, row, at));
          row++;
        }
      }
    }
  }

  private Drawn cell(int row, int column) {
    List<Drawn> line = sheet.lines().get(row);
    return column < line.size() ? line.get(column) : Drawn.NONE;
  }

  private void below() {
    if (isOne(3)) {
      total();
    }
    if (isOne(3) && columns.size() > 2) {
      sheet.add(List.of());
      for (String each : List.of("* provisional", "Source: Joint Cell, 2031")) {
        sheet.addWords(indent, each);
        tell(NoteSubject.REMARKS);
      }
    }
    if (isOne(3)) {
      otherTable();
    }
  }

  private void otherTable() {
    sheet.add(List.of());
    if (random.nextBoolean()) {
      sheet.addWords(indent, "Table 2");
      tell(NoteSubject.OTHER_TABLE);
    }
    for (List<Drawn> each : otherLines()) {
      sheet.add(each);
      tell(NoteSubject.OTHER_TABLE);
    }
  }

  /// A table of another kind, in the same language.
  private List<List<Drawn>> otherLines() {
    TableKind other = kind == TableKind.SOURCES ? TableKind.STEPS : TableKind.SOURCES;
    List<String> names = new ArrayList<>();
    for (String each : StrangersRecords.own(other)) {
      String heading = words.heading(other, each);
      if (!heading.isEmpty()) {
        names.add(heading);
      }
    }
    List<List<Drawn>> lines = new ArrayList<>(List.of(line(names)));
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      lines.add(line(names.stream().map(_ -> records.text()).toList()));
    }
    return lines;
  }

  private void drawFile() {
    if (!isWorkbook) {
      file = StrangersTable.csv(sheet, pick(List.of(',', ';', '\t')), random);
      return;
    }
    sheets.add(sheet);
    if (isOne(3)) {
      DrawnSheet cover = new DrawnSheet("Cover");
      cover.addWords(0, "Annexes of the talks");
      cover.addWords(0, "Handed over on 3 May 2031");
      sheets.addFirst(cover);
    }
    if (isOne(3)) {
      DrawnSheet other = new DrawnSheet("Annex");
      otherLines().forEach(other::add);
      sheets.add(random.nextInt(sheets.size() + 1), other);
    }
    String names =
        sheets.stream()
            .filter(each -> !each.name().equals(sheet.name()))
            .map(DrawnSheet::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      told.add(NoteSubject.OTHER_SHEETS + " " + names);
    }
    drawHidden();
    file = StrangersTable.xlsx(sheets);
  }

  private void drawHidden() {
    if (isOne(3)) {
      DrawnSheet hidden = DrawnSheet.hidden("Working copy");
      otherLines().forEach(hidden::add);
      sheets.add(random.nextInt(sheets.size() + 1), hidden);
      told.add(NoteSubject.HIDDEN_SHEETS + " " + hidden.name());
    }
  }

  TableKind kind() {
    return kind;
  }

  byte[] file() {
    return file;
  }

  /// The columns that records have, coordinates as one.
  Set<String> columns() {
    Set<String> all = new TreeSet<>(columns);
    all.add("at");
    return all;
  }

  /// The cells of the records by column, a row for each element.
  List<Map<String, String>> expected() {
    return expected;
  }

  /// What is to be told: the kind of note, and the line or sheets.
  Set<String> told() {
    return told;
  }

  boolean isFilled(int line) {
    return sheet.lines().get(line - 1).stream().anyMatch(each -> !each.text().isEmpty());
  }

  /// The lines, for messages.
  String shown() {
    StringBuilder text = new StringBuilder(kind + " " + (isWorkbook ? "xlsx" : "csv") + "\n");
    for (int i = 0; i < sheet.lines().size(); i++) {
      text.append(i + 1)
          .append(" | ")
          .append(String.join(" | ", sheet.lines().get(i).stream().map(Drawn::text).toList()))
          .append('\n');
    }
    return text.append(sheet.merges()).append('\n').append(told).append('\n').toString();
  }
}

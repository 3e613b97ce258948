package org.parley.exchange.incidents.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.incidents.text.Chunk;
import org.parley.exchange.sheet.DayOrder;
import org.parley.model.InvalidValueException;
import org.parley.wording.Complaint;

/// Rows of a table that others publish, known by its column names, or of Parley's own. These have a
/// row of HXL tags or the names of the fields. Titles may stand above.
public final class CsvForm implements Form {

  private static final int MOST_TITLES = 25;

  /// Rows that wait for a date which shows whether the day or the month comes first.
  private static final int MOST_WAITING = 20_000;

  private final String file;
  private final NameMapping names;
  private final Supplier<Character> separator;
  private final Receiver receiver;
  private final List<Chunk> titles = new ArrayList<>();
  private List<String> header = List.of();
  private List<@Nullable IncidentField> fields = List.of();
  private @Nullable KnownTable table;
  private final SlashedDates dates;
  private final List<WaitingRow> waiting = new ArrayList<>();
  private boolean isGivenUp;

  private record WaitingRow(Chunk chunk, List<String> cells) {}

  /// @param order the order of day and month in dates with slashes
  /// @param separator the separator of cells, known once a row was split
  public CsvForm(
      String file,
      NameMapping names,
      DayOrder order,
      Supplier<Character> separator,
      Receiver receiver) {
    this.file = file;
    this.names = names;
    this.dates = new SlashedDates(order);
    this.separator = separator;
    this.receiver = receiver;
  }

  @Override
  public Set<IncidentForm> forms() {
    return table != null
        ? Set.of(table.form())
        : header.isEmpty() ? Set.of() : Set.of(IncidentForm.TAGGED_ROWS);
  }

  @Override
  public void read(Chunk chunk) {
    List<String> cells = cells(chunk);
    if (cells == null) {
      receiver.aside(chunk, new Complaint(LogRecordFault.Plain.NOT_CSV));
    } else if (cells.stream().allMatch(String::isBlank)) {
      receiver.empty(chunk);
    } else if (isGivenUp) {
      receiver.aside(chunk, new Complaint(LogRecordFault.Plain.NO_COLUMN_NAMES));
    } else if (header.isEmpty()) {
      begin(chunk, cells);
    } else if (cells.equals(header)) {
      receiver.empty(chunk);
    } else {
      row(chunk, cells);
    }
  }

  @Override
  public void end() {
    if (header.isEmpty()) {
      giveUp();
    }
    useWaiting();
  }

  private void begin(Chunk chunk, List<String> cells) {
    List<String> lower = cells.stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).toList();
    table = KnownTable.of(new HashSet<>(lower));
    if (table != null) {
      header = cells;
    } else if (isTags(cells)) {
      // counts such as "# of shots" are none
      header = cells;
      fields = cells.stream().<@Nullable IncidentField>map(IncidentField::ofTag).toList();
    } else if (lower.contains("occurred") && (lower.contains("kind") || lower.contains("fact"))) {
      // the row of tags may follow the row of names
      header = cells;
      fields = cells.stream().<@Nullable IncidentField>map(IncidentField::ofName).toList();
    } else {
      titles.add(chunk);
      if (titles.size() == MOST_TITLES) {
        giveUp();
      }
      return;
    }
    titles.forEach(receiver::empty);
    titles.clear();
    receiver.empty(chunk);
  }

  private void giveUp() {
    isGivenUp = true;
    titles.forEach(
        each -> receiver.aside(each, new Complaint(LogRecordFault.Plain.NO_COLUMN_NAMES)));
    titles.clear();
  }

  private void row(Chunk chunk, List<String> cells) {
    if (table == null && isTags(cells)) {
      header = cells;
      fields = cells.stream().<@Nullable IncidentField>map(IncidentField::ofTag).toList();
      receiver.empty(chunk);
      return;
    }
    if (cells.size() != header.size()) {
      receiver.aside(
          chunk, new Complaint(new LogRecordFault.WrongNumberOfCells(cells.size(), header.size())));
      return;
    }
    if (dates.isOpen(dates(cells)) && waiting.size() < MOST_WAITING) {
      waiting.add(new WaitingRow(chunk, cells));
      return;
    }
    useWaiting();
    use(chunk, cells);
  }

  /// The rows so far, in the order that was said or that a later one shows.
  private void useWaiting() {
    waiting.forEach(each -> use(each.chunk, each.cells));
    waiting.clear();
  }

  private List<String> dates(List<String> cells) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      IncidentField field = table == null ? fields.get(i) : null;
      if (table == null
          ? field != null && field.isDate()
          : table.dates().contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
        found.add(cells.get(i));
      }
    }
    return found;
  }

  private void use(Chunk chunk, List<String> cells) {
    LogRecord record;
    try {
      record = record(new Origin(file, chunk.first()), cells);
    } catch (UnusableRecordException e) {
      receiver.aside(chunk, e.why());
      return;
    } catch (InvalidValueException e) {
      receiver.aside(chunk, Complaint.of(e));
      return;
    }
    receiver.used(chunk, record);
  }

  private static boolean isTags(List<String> cells) {
    return cells.stream().allMatch(each -> each.isBlank() || each.strip().startsWith("#"))
        && cells.stream().anyMatch(each -> IncidentField.ofTag(each) != null);
  }

  private LogRecord record(Origin origin, List<String> cells) {
    if (table != null) {
      Map<String, String> byName = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        byName.put(header.get(i).strip().toLowerCase(Locale.ROOT), cells.get(i));
      }
      return table.read(byName, origin, names, dates.order());
    }
    Map<IncidentField, String> values = new EnumMap<>(IncidentField.class);
    for (int i = 0; i < cells.size(); i++) {
      IncidentField field = fields.get(i);
      if (field != null && !cells.get(i).isBlank()) {
        values.putIfAbsent(field, cells.get(i));
      }
    }
    return new OwnRecord(values, origin, names, dates.order()).read();
  }

  private @Nullable List<String> cells(Chunk chunk) {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator.get()).get();
    try (CSVParser parser = CSVParser.parse(chunk.text(), format)) {
      List<CSVRecord> rows = parser.getRecords();
      return rows.size() == 1 ? rows.getFirst().toList() : null;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return null;
    }
  }
}

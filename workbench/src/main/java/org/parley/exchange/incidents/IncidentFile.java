package org.parley.exchange.incidents;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.form.CsvForm;
import org.parley.exchange.incidents.form.Form;
import org.parley.exchange.incidents.form.JsonForm;
import org.parley.exchange.incidents.text.Chunk;
import org.parley.exchange.incidents.text.CsvSplitter;
import org.parley.exchange.incidents.text.JsonSplitter;
import org.parley.exchange.incidents.text.Lines;
import org.parley.exchange.incidents.text.Splitter;
import org.parley.exchange.incidents.text.TextLine;
import org.parley.exchange.sheet.DayOrder;
import org.parley.wording.Complaint;

/// Reads one file or stream of incidents incrementally; whatever its content, it ends with a
/// [FileTally] of counts that add up.
///
/// Input that begins with a brace or a bracket is JSON, all else rows. Not thread-safe.
public final class IncidentFile {

  private final String name;
  private final NameMapping names;
  private final DayOrder order;
  private final Known known;
  private final Consumer<LogRecord> records;
  private final Consumer<SkippedLines> asides;
  private final Lines lines;
  private final Receiver receiver = new Receiver();
  private @Nullable Splitter splitter;
  private @Nullable Form form;
  private long blank;
  private long linesUsed;
  private long linesAside;
  private long linesEmpty;
  private long counted;
  private long used;
  private long aside;
  private long repeated;
  private long low;
  private long best;
  private long high;
  private long outOfOrder;

  /// The earlier records by id, to detect repetitions.
  public static final class Known {

    private record Seen(Origin origin, int hash) {}

    private final Map<String, Seen> seen = new HashMap<>();
  }

  /// @param name the file, as it is to be named
  /// @param other the encoding of lines that are not UTF-8
  /// @param order the order of day and month in dates with slashes; unknown, if dates are to show
  ///   it
  /// @param known the records of files read before
  public IncidentFile(
      String name,
      Charset other,
      NameMapping names,
      DayOrder order,
      Known known,
      Consumer<LogRecord> records,
      Consumer<SkippedLines> asides) {
    this.name = name;
    this.names = names;
    this.order = order;
    this.known = known;
    this.records = records;
    this.asides = asides;
    this.lines = new Lines(other, this::line);
  }

  /// Takes the next bytes.
  public void feed(byte[] bytes, int count) {
    lines.feed(bytes, 0, count);
  }

  /// Takes the end of the file.
  public FileTally end() {
    lines.end();
    if (splitter != null && form != null) {
      splitter.end();
      form.end();
    }
    return reading();
  }

  /// The counts up to here; they add up at the end.
  public FileTally reading() {
    long empty = blank + linesEmpty + (splitter == null ? 0 : splitter.empty());
    return new FileTally(
        name,
        form == null ? Set.of() : form.forms(),
        lines.count(),
        linesUsed,
        linesAside,
        empty,
        used,
        aside,
        repeated,
        lines.inOtherEncoding(),
        low,
        best,
        high,
        outOfOrder);
  }

  private void line(TextLine line) {
    if (splitter == null) {
      String text = line.text().strip();
      if (line.flaw() != null) {
        receiver.aside(
            new Chunk(line.number(), line.number(), line.text(), line.flaw()),
            new Complaint(line.flaw()));
        return;
      }
      if (text.isEmpty()) {
        blank++;
        return;
      }
      begin(text);
    }
    if (splitter != null) {
      splitter.accept(line);
    }
  }

  private void begin(String first) {
    char c = first.charAt(0);
    if (c == '{' || c == '[' || c == 0x1E) {
      splitter = new JsonSplitter(this::chunk);
      form = new JsonForm(name, names, order, receiver);
    } else {
      CsvSplitter rows = new CsvSplitter(this::chunk);
      splitter = rows;
      form = new CsvForm(name, names, order, rows::separator, receiver);
    }
  }

  private void chunk(Chunk chunk) {
    if (chunk.flaw() != null) {
      receiver.aside(chunk, new Complaint(chunk.flaw()));
    } else if (form != null) {
      form.read(chunk);
    }
  }

  /// How many lines of a chunk no chunk before it has: several objects may stand on one line.
  private long fresh(Chunk chunk) {
    if (!(splitter instanceof JsonSplitter)) {
      return chunk.last() - chunk.first() + 1;
    }
    long fresh = Math.max(0, chunk.last() - Math.max(chunk.first() - 1, counted));
    counted = Math.max(counted, chunk.last());
    return fresh;
  }

  private final class Receiver implements Form.Receiver {

    @Override
    public void used(Chunk chunk, LogRecord record) {
      int hash = chunk.text().hashCode();
      Known.Seen before =
          known.seen.putIfAbsent(record.id(), new Known.Seen(record.origin(), hash));
      if (before != null) {
        repeated++;
        aside(
            chunk,
            before.hash == hash
                ? new Complaint(new LogRecordFault.RepeatsRecord(before.origin))
                : new Complaint(new LogRecordFault.IdOfAnotherRecord(before.origin), record.id()));
        return;
      }
      linesUsed += fresh(chunk);
      used++;
      if (record instanceof IncidentReport report) {
        low = Math.addExact(low, report.toll().least());
        best = Math.addExact(best, report.toll().best());
        high = Math.addExact(high, report.toll().most());
        outOfOrder += report.toll().isInOrder() ? 0 : 1;
      }
      records.accept(record);
    }

    @Override
    public void aside(Chunk chunk, Complaint why) {
      linesAside += fresh(chunk);
      aside++;
      asides.accept(
          new SkippedLines(new Origin(name, chunk.first()), chunk.last(), why, chunk.text()));
    }

    @Override
    public void empty(Chunk chunk) {
      linesEmpty += fresh(chunk);
    }
  }
}

package org.parley.exchange.incidents.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Splits a CSV file into records: one line each, or several if a quoted cell contains line ends
/// (RFC 4180).
///
/// The separator is the most frequent of comma, semicolon and tab in the first line with any of
/// them.
public final class CsvSplitter implements Splitter {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  /// Where in a record the last character stood.
  private enum In {
    START,
    CELL,
    QUOTES,
    AFTER_QUOTES
  }

  private final Consumer<Chunk> sink;
  private final List<TextLine> open = new ArrayList<>();
  private final Deque<TextLine> next = new ArrayDeque<>();
  private char separator;
  private In in = In.START;
  private long characters;
  private long empty;

  public CsvSplitter(Consumer<Chunk> sink) {
    this.sink = sink;
  }

  /// The separator; a comma as long as no line held any.
  public char separator() {
    return separator == 0 ? ',' : separator;
  }

  @Override
  public void accept(TextLine line) {
    next.add(line);
    while (!next.isEmpty()) {
      take(next.removeFirst());
    }
  }

  @Override
  public void end() {
    while (!open.isEmpty()) {
      giveUp(FileLineFault.Plain.CELL_NOT_CLOSED);
      while (!next.isEmpty()) {
        take(next.removeFirst());
      }
    }
  }

  @Override
  public long empty() {
    return empty;
  }

  private void take(TextLine line) {
    boolean fits = open.size() < MOST_LINES && characters + line.text().length() <= MOST_CHARACTERS;
    if (line.flaw() != null || !fits) {
      if (open.isEmpty()) {
        sink.accept(
            Chunk.flawed(
                line, line.flaw() != null ? line.flaw() : FileLineFault.Plain.OVERLONG_LINE));
      } else {
        next.addFirst(line);
        giveUp(FileLineFault.Plain.CELL_NOT_CLOSED);
      }
      return;
    }
    if (open.isEmpty() && line.text().isBlank()) {
      empty++;
      return;
    }
    open.add(line);
    characters += line.text().length() + 1;
    if (separator == 0) {
      choose(line.text());
    }
    if (!scan(line.text())) {
      giveUp(FileLineFault.Plain.TEXT_AFTER_QUOTATION);
    } else if (in != In.QUOTES) {
      String text =
          open.size() == 1
              ? line.text()
              : String.join("\n", open.stream().map(TextLine::text).toList());
      Chunk whole = new Chunk(open.getFirst().number(), line.number(), text, null);
      clear();
      sink.accept(whole);
    }
  }

  private boolean scan(String text) {
    if (in != In.QUOTES) {
      in = In.START;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (in) {
        case START -> in = c == '"' ? In.QUOTES : c == separator ? In.START : In.CELL;
        case CELL -> in = c == separator ? In.START : In.CELL;
        case QUOTES -> in = c == '"' ? In.AFTER_QUOTES : In.QUOTES;
        case AFTER_QUOTES -> {
          if (c != '"' && c != separator) {
            return false;
          }
          in = c == '"' ? In.QUOTES : In.START;
        }
      }
    }
    return true;
  }

  private void choose(String text) {
    long most = 0;
    for (char each : SEPARATORS) {
      long count = text.chars().filter(c -> c == each).count();
      if (count > most) {
        most = count;
        separator = each;
      }
    }
  }

  /// Keeps the first open line aside and begins again at the one after it.
  private void giveUp(FileLineFault flaw) {
    TextLine first = open.getFirst();
    for (int i = open.size() - 1; i > 0; i--) {
      next.addFirst(open.get(i));
    }
    clear();
    sink.accept(Chunk.flawed(first, flaw));
  }

  private void clear() {
    open.clear();
    characters = 0;
    in = In.START;
  }
}

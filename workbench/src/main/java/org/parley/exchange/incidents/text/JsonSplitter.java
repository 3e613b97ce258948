package org.parley.exchange.incidents.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a JSON file into objects: one per line, consecutive multi-line objects, or an array. The
/// features of a GeoJSON collection are such an array, and `data` or `Result` of an answer.
///
/// It only counts brackets and quotation marks; the reader validates objects.
public final class JsonSplitter implements Splitter {

  /// How deep brackets may nest in one object.
  public static final int DEEPEST = 64;

  private static final Pattern FEATURES = Pattern.compile("\"(?:features|data|Result)\"\\s*:\\s*$");

  private final Consumer<Chunk> sink;
  private final Deque<TextLine> next = new ArrayDeque<>();

  /// The lines of the open object, the first one from its opening bracket on.
  private final List<TextLine> open = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean isInString;
  private boolean isEscaped;

  /// Whether the open object is a container of records.
  private boolean isAround;

  private boolean isInFeatures;
  private long empty;
  private long lastCounted;
  private long lastTaken;

  public JsonSplitter(Consumer<Chunk> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(TextLine line) {
    next.add(line);
    drain();
  }

  @Override
  public void end() {
    while (depth > 0 && !isAround) {
      giveUp(FileLineFault.Plain.OBJECT_NOT_CLOSED);
      drain();
    }
    if (depth > 0) {
      unended(FileLineFault.Plain.OBJECT_NOT_CLOSED);
    } else if (isInFeatures) {
      unended(FileLineFault.Plain.FEATURES_NOT_CLOSED);
    }
  }

  /// Reports an unterminated container; it skips no further line.
  private void unended(FileLineFault flaw) {
    open.forEach(each -> count(each.number()));
    sink.accept(new Chunk(lastTaken + 1, lastTaken, "", flaw));
    clear();
  }

  @Override
  public long empty() {
    return empty;
  }

  private void drain() {
    while (!next.isEmpty()) {
      TextLine line = next.removeFirst();
      if (line.flaw() == null) {
        take(line);
      } else if (depth > 0 && !isAround) {
        next.addFirst(line);
        giveUp(FileLineFault.Plain.OBJECT_NOT_CLOSED);
      } else {
        open.forEach(each -> count(each.number()));
        open.clear();
        flawed(line, line.flaw());
      }
    }
  }

  private void take(TextLine line) {
    lastTaken = line.number();
    String content = line.text();
    if (depth > 0) {
      open.add(line);
      text.append('\n');
    }
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      FileLineFault flaw = depth == 0 ? between(c, content, i, line) : inside(c);
      if (flaw != null) {
        if (depth > 0) {
          giveUp(flaw);
        } else {
          flawed(new TextLine(line.number(), content.substring(i), null), flaw);
        }
        return;
      }
      if (depth == 0 && !text.isEmpty()) {
        emit(line.number());
      }
    }
    if (isInString) {
      giveUp(FileLineFault.Plain.STRING_NOT_CLOSED);
    } else if (depth > 0 && (open.size() > MOST_LINES || text.length() > MOST_CHARACTERS)) {
      giveUp(FileLineFault.Plain.OBJECT_NOT_CLOSED);
    } else if (depth == 0) {
      count(line.number());
    }
  }

  private @Nullable FileLineFault between(char c, String content, int at, TextLine line) {
    if (c == '{') {
      open.add(new TextLine(line.number(), content.substring(at), null));
      text.append(c);
      depth = 1;
      return null;
    }
    if (c == ']' && isInFeatures) {
      isInFeatures = false;
      isAround = true;
      open.add(new TextLine(line.number(), content.substring(at), null));
      text.append(c);
      depth = 1;
      return null;
    }
    // 0x1E begins each text of a JSON sequence (RFC 8142)
    boolean isBetween = c == ',' || c == '[' || c == ']' || c == 0x1E || Character.isWhitespace(c);
    return isBetween ? null : FileLineFault.Plain.OUTSIDE_OBJECTS;
  }

  private @Nullable FileLineFault inside(char c) {
    if (text.length() >= MOST_CHARACTERS) {
      return FileLineFault.Plain.OVERLONG_LINE;
    }
    text.append(c);
    if (isInString) {
      isInString = isEscaped || c != '"';
      isEscaped = !isEscaped && c == '\\';
      return null;
    }
    switch (c) {
      case '"' -> isInString = true;
      case '{', '[' -> {
        if (c == '[' && depth == 1 && !isAround && beginsFeatures()) {
          isInFeatures = true;
          open.subList(0, open.size() - 1).forEach(each -> count(each.number()));
          clear();
          return null;
        }
        if (++depth > DEEPEST) {
          return new FileLineFault.BracketsTooDeep(DEEPEST);
        }
      }
      case '}', ']' -> depth--;
      default -> {}
    }
    return null;
  }

  private boolean beginsFeatures() {
    return FEATURES
        .matcher(text.substring(Math.max(0, text.length() - 64), text.length() - 1))
        .find();
  }

  private void emit(long last) {
    if (isAround) {
      // The last line may still be skipped for another record.
      open.stream().filter(each -> each.number() < last).forEach(each -> count(each.number()));
      clear();
    } else {
      Chunk whole = new Chunk(open.getFirst().number(), last, text.toString(), null);
      clear();
      lastCounted = Math.max(lastCounted, last);
      sink.accept(whole);
    }
  }

  /// Keeps the first open line aside and begins again at the one after it.
  private void giveUp(FileLineFault flaw) {
    TextLine first = open.getFirst();
    for (int i = open.size() - 1; i > 0; i--) {
      next.addFirst(open.get(i));
    }
    clear();
    flawed(first, flaw);
  }

  private void flawed(TextLine line, FileLineFault flaw) {
    lastCounted = Math.max(lastCounted, line.number());
    sink.accept(Chunk.flawed(line, flaw));
  }

  private void count(long number) {
    if (number > lastCounted) {
      empty++;
      lastCounted = number;
    }
  }

  private void clear() {
    open.clear();
    text.setLength(0);
    depth = 0;
    isInString = false;
    isEscaped = false;
    isAround = false;
  }
}

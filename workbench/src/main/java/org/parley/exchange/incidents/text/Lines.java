package org.parley.exchange.incidents.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes the bytes of a file as they come and gives its lines.
///
/// Text is UTF-8; a line that is not is read in the other encoding given and counted. A file that
/// begins with the mark of UTF-16 is read as that. Lines end with LF, CR LF or CR. A line with
/// control characters, or longer than [#LONGEST] bytes, is given with its flaw and shortened.
public final class Lines {

  /// The longest line in bytes.
  public static final int LONGEST = 1 << 24;

  private static final int SHOWN = 200;

  /// How the file is written.
  private enum Form {
    UNKNOWN,
    BYTES,
    UTF_16BE,
    UTF_16LE
  }

  private final Consumer<TextLine> sink;
  private final Charset other;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(4);
  private Form form = Form.UNKNOWN;
  private boolean isTooLong;
  private boolean isAfterReturn;
  private int half = -1;
  private long number;
  private long inOther;

  /// @param other the encoding of lines that are not UTF-8
  public Lines(Charset other, Consumer<TextLine> sink) {
    this.other = other;
    this.sink = sink;
  }

  /// Takes the next bytes.
  public void feed(byte[] bytes, int from, int until) {
    for (int i = from; i < until; i++) {
      if (form == Form.UNKNOWN) {
        begin(bytes[i]);
      } else if (form == Form.BYTES) {
        i = run(bytes, i, until);
      } else {
        wide(bytes[i]);
      }
    }
  }

  /// Ends the file: an unterminated last line is a line.
  public void end() {
    if (form == Form.UNKNOWN) {
      settle(Form.BYTES);
    }
    if (line.size() > 0 || isTooLong) {
      give();
    }
  }

  /// How many lines there were.
  public long count() {
    return number;
  }

  /// How many of them were not UTF-8 and were read in the other encoding.
  public long inOtherEncoding() {
    return inOther;
  }

  private void begin(byte b) {
    head.write(b);
    byte[] bytes = head.toByteArray();
    int first = bytes[0] & 0xFF;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
    if (bytes.length == 2 && first == 0xFE && second == 0xFF) {
      head.reset();
      settle(Form.UTF_16BE);
    } else if (bytes.length == 2 && first == 0xFF && second == 0xFE) {
      head.reset();
      settle(Form.UTF_16LE);
    } else if (bytes.length == 3 && first == 0xEF && second == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
      head.reset();
      settle(Form.BYTES);
    } else if (bytes.length == 3
        || (first != 0xEF && first != 0xFE && first != 0xFF)
        || (bytes.length == 2 && !(first == 0xEF && second == 0xBB))) {
      settle(Form.BYTES);
    }
  }

  private void settle(Form found) {
    form = found;
    byte[] rest = head.toByteArray();
    head.reset();
    feed(rest, 0, rest.length);
  }

  /// Takes bytes up to the end of a line; answers the index of the last one taken.
  private int run(byte[] bytes, int from, int until) {
    int at = from;
    while (at < until && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    if (at > from) {
      isAfterReturn = false;
      keep(bytes, from, at - from);
    }
    if (at < until) {
      ended(bytes[at]);
      return at;
    }
    return until - 1;
  }

  private void keep(byte[] bytes, int from, int length) {
    int fits = Math.min(length, LONGEST - line.size());
    line.write(bytes, from, fits);
    isTooLong |= fits < length;
  }

  private void ended(int c) {
    boolean isSecond = c == '\n' && isAfterReturn;
    isAfterReturn = c == '\r';
    if (!isSecond) {
      give();
    }
  }

  private void wide(byte b) {
    if (half < 0) {
      half = b & 0xFF;
      return;
    }
    int c = form == Form.UTF_16BE ? half << 8 | (b & 0xFF) : (b & 0xFF) << 8 | half;
    half = -1;
    if (c == '\n' || c == '\r') {
      ended(c);
      return;
    }
    isAfterReturn = false;
    // Surrogates are kept and joined when the line is read.
    keep(new byte[] {(byte) (c >> 8), (byte) c}, 0, 2);
  }

  private void give() {
    byte[] bytes = line.toByteArray();
    line.reset();
    boolean tooLong = isTooLong;
    isTooLong = false;
    number++;
    if (tooLong) {
      sink.accept(
          new TextLine(
              number,
              start(new String(bytes, 0, SHOWN, StandardCharsets.UTF_8)),
              FileLineFault.Plain.OVERLONG_LINE));
      return;
    }
    String text;
    if (form == Form.BYTES) {
      text = decoded(bytes);
    } else {
      text = new String(bytes, StandardCharsets.UTF_16BE);
    }
    FileLineFault flaw = flaw(text);
    sink.accept(new TextLine(number, flaw == null ? text : start(text), flaw));
  }

  private String decoded(byte[] bytes) {
    try {
      return utf8.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      inOther++;
      return new String(bytes, other);
    }
  }

  private @Nullable FileLineFault flaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != 0x1E) || c == 0x7F) {
        return FileLineFault.Plain.NOT_TEXT;
      }
      if (c == '\uFFFD') {
        return new FileLineFault.UndecodableLine(other.name());
      }
    }
    return null;
  }

  private static String start(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
  }
}

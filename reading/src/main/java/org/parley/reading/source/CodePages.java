package org.parley.reading.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The characters of a file that does not name its encoding: UTF-8, UTF-16, or the code page of the
/// system that saved it.
///
/// A mark decides, then whether it is valid UTF-8, then zero bytes. Of code pages the one is taken
/// whose words are least odd. Odd are two scripts in one word, signs inside words, capitals after
/// small letters, and rows of accented letters. Cost: linear, a few passes over the beginning.
public final class CodePages {

  /// Western Europe first: it is taken unless another page reads better.
  private static final List<Charset> PAGES =
      List.of(
          Charset.forName("windows-1252"),
          Charset.forName("windows-1250"),
          Charset.forName("windows-1251"),
          Charset.forName("windows-1256"),
          Charset.forName("windows-1253"),
          Charset.forName("KOI8-R"),
          Charset.forName("GB18030"));

  private static final char MARK = '\ufeff';

  /// The bytes that decide.
  private static final int SAMPLE = 1 << 16;

  private CodePages() {}

  /// The text of some bytes, without a byte order mark.
  public static String decoded(ByteBuffer bytes) {
    String text = charset(bytes).decode(bytes.duplicate()).toString();
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  /// The encoding of some bytes.
  public static Charset charset(ByteBuffer bytes) {
    if (begins(bytes, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    ByteBuffer sample = bytes.slice(bytes.position(), Math.min(SAMPLE, bytes.remaining()));
    int even = zeros(sample, 0);
    int odd = zeros(sample, 1);
    // every second byte of Latin letters, digits and separators is zero
    if (Math.max(even, odd) * 4 > sample.remaining() / 2 && Math.min(even, odd) == 0) {
      return odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : page(sample);
  }

  private static boolean begins(ByteBuffer bytes, int one, int two) {
    return bytes.remaining() > 1
        && (bytes.get(bytes.position()) & 0xff) == one
        && (bytes.get(bytes.position() + 1) & 0xff) == two;
  }

  private static int zeros(ByteBuffer bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.remaining(); i += 2) {
      zeros += bytes.get(bytes.position() + i) == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes.duplicate());
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static Charset page(ByteBuffer sample) {
    Charset best = PAGES.getFirst();
    int least = Integer.MAX_VALUE;
    for (Charset each : PAGES) {
      int oddities = WordOddities.of(decoded(sample, each));
      if (oddities < least) {
        best = each;
        least = oddities;
      }
    }
    return best;
  }

  private static String decoded(ByteBuffer sample, Charset charset) {
    CharBuffer text =
        CharBuffer.allocate(
            (int) Math.ceil(sample.remaining() * charset.newDecoder().maxCharsPerByte()) + 1);
    charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(sample.duplicate(), text, false);
    return text.flip().toString();
  }
}

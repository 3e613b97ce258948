package org.parley.genius.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.model.checks.Characters;

/// The bytes of a file, read once, within a limit.
///
/// @param name the file, as named by the user
/// @param bytes its bytes
public record InputFile(String name, ByteBuffer bytes) {

  /// The largest file that is read, in bytes.
  public static final int LARGEST = 32 << 20;

  public InputFile {
    bytes = bytes.asReadOnlyBuffer();
  }

  /// Reads a file.
  ///
  /// @throws BadFileException if it is a folder or larger than 32 MiB
  /// @throws IOException if it cannot be read
  public static InputFile of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new BadFileException(path.toString(), 0, ForeignFileFault.Plain.IS_A_FOLDER);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new BadFileException(
            path.toString(), 0, new ForeignFileFault.LargerThan(LARGEST >> 20));
      }
      return new InputFile(path.toString(), ByteBuffer.wrap(bytes));
    }
  }

  /// A file that is already in memory.
  public static InputFile of(String name, String text) {
    return new InputFile(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The file as UTF-8 text, without a byte order mark.
  ///
  /// @throws BadFileException if it is not UTF-8, or contains a forbidden character
  public String text() throws BadFileException {
    return text(StandardCharsets.UTF_8);
  }

  /// The file as text in a character set, without a byte order mark.
  ///
  /// @throws BadFileException if it is not such text, or contains a forbidden character
  String text(Charset charset) throws BadFileException {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.duplicate())
              .toString();
      String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
      refuseForbidden(whole);
      return whole;
    } catch (CharacterCodingException _) {
      throw new BadFileException(name, 0, new ForeignFileFault.NotTextIn(charset.name()));
    }
  }

  /// Line by line, because a line may end with a carriage return.
  private void refuseForbidden(String text) throws BadFileException {
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      refuse(line, number, 1);
    }
  }

  private void refuse(String text, int line, int column) throws BadFileException {
    Optional<Characters.Forbidden> found = Characters.find(text);
    if (found.isPresent()) {
      throw forbidden(found.get(), line, column + text.codePointCount(0, found.get().at()));
    }
  }

  /// Refuses a value that holds a character that no case may hold, written as an escape.
  ///
  /// @param line the line in which the value begins, from 1
  /// @param column the character in that line, from 1
  public void refuseEscaped(String value, int line, int column) throws BadFileException {
    Optional<Characters.Forbidden> found = Characters.find(value.replace("\r\n", "\n"));
    if (found.isPresent()) {
      throw forbidden(found.get(), line, column);
    }
  }

  private BadFileException forbidden(Characters.Forbidden found, int line, int column) {
    return new BadFileException(name, line, column, "", found.rule(), found.name());
  }
}

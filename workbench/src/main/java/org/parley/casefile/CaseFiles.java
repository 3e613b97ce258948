package org.parley.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.SourceText;
import org.parley.wording.Complaint;

/// The texts of a case folder: every `*.yaml` and `*.yml` file in it and below it, by name. Hidden
/// files and folders are ignored; symbolic links are not followed. The folder [#SET_ASIDE] is read
/// only on request.
public final class CaseFiles {

  /// The folder of records that are set aside.
  public static final String SET_ASIDE = "set-aside";

  public static final int MAX_FILE_BYTES = 16 << 20;
  static final long MAX_CASE_BYTES = 1L << 30;
  static final int MAX_FILES = 1000;

  private static final int MAX_FOLDER_DEPTH = 32;

  /// The replacement character of bytes that are not UTF-8; it may also be in the text itself.
  private static final char REPLACEMENT = '\uFFFD';

  /// The texts, and unreadable files.
  ///
  /// @param texts the texts, without byte order marks
  /// @param unreadable the files without a text
  public record FolderTexts(
      List<SourceText> texts, List<String> unreadable, List<CaseProblem> problems) {}

  private final Path root;

  /// Whether set-aside records are included.
  private final boolean all;

  private final List<Path> found = new ArrayList<>();
  private final List<SourceText> texts = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<CaseProblem> problems = new ArrayList<>();

  private CaseFiles(Path root, boolean all) {
    this.root = root;
    this.all = all;
  }

  /// Reads the texts of a folder.
  ///
  /// @throws IOException where there is no such folder, or it cannot be listed
  public static FolderTexts read(Path folder) throws IOException {
    return read(folder, false);
  }

  /// Reads the texts of a folder, and those of what is set aside.
  ///
  /// @throws IOException where there is no such folder, or it cannot be listed
  public static FolderTexts readAll(Path folder) throws IOException {
    return read(folder, true);
  }

  /// Whether a folder holds no file of a case.
  ///
  /// @throws IOException where there is no such folder, or it cannot be listed
  public static boolean isEmpty(Path folder) throws IOException {
    CaseFiles files = new CaseFiles(folder.toRealPath(), true);
    files.list(files.root, 0);
    return files.found.isEmpty() && files.problems.isEmpty();
  }

  private static FolderTexts read(Path folder, boolean all) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    CaseFiles files = new CaseFiles(folder.toRealPath(), all);
    files.list(files.root, 0);
    if (files.found.isEmpty() && files.problems.isEmpty()) {
      files.problem(".", FileFault.Plain.NO_YAML_FILE, "");
    }
    if (files.found.size() > MAX_FILES) {
      files.problem(
          ".", new FileFault.TooManyFiles(MAX_FILES), Integer.toString(files.found.size()));
      return new FolderTexts(List.of(), List.of("the folder"), files.problems);
    }
    long bytes = 0;
    for (Path file : files.found) {
      bytes += files.readFile(file);
      if (bytes > MAX_CASE_BYTES) {
        files.problem(".", FileFault.Plain.CASE_TOO_LARGE, files.name(file));
        files.unreadable.add("the files from " + files.name(file) + " on");
        break;
      }
    }
    return new FolderTexts(files.texts, files.unreadable, files.problems);
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private void list(Path folder, int depth) throws IOException {
    if (depth > MAX_FOLDER_DEPTH) {
      problem(name(folder), FileFault.Plain.FOLDERS_TOO_DEEP, "");
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    entries.sort(null);
    for (Path entry : entries) {
      Path last = entry.getFileName();
      String name = last == null ? "" : last.toString();
      String lower = name.toLowerCase(Locale.ROOT);
      boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
      if (name.startsWith(".") || (depth == 0 && !all && name.equals(SET_ASIDE))) {
        continue;
      }
      if (Files.isSymbolicLink(entry)) {
        if (yaml || Files.isDirectory(entry)) {
          problem(name(entry), FileFault.Plain.SYMBOLIC_LINK, "");
        }
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        list(entry, depth + 1);
      } else if (yaml && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        found.add(entry);
      } else if (yaml) {
        problem(name(entry), FileFault.Plain.NOT_A_REGULAR_FILE, "");
      }
    }
  }

  private long readFile(Path file) {
    String name = name(file);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(MAX_FILE_BYTES + 1);
    } catch (IOException e) {
      problem(name, FileFault.Plain.UNREADABLE_FILE, "");
      unreadable.add(name);
      return 0;
    }
    if (bytes.length > MAX_FILE_BYTES) {
      problem(name, new FileFault.FileTooLarge(MAX_FILES), "");
      unreadable.add(name);
      return bytes.length;
    }
    SourceText text = decode(name, bytes);
    if (text == null) {
      unreadable.add(name);
    } else {
      texts.add(text);
    }
    return bytes.length;
  }

  private @Nullable SourceText decode(String name, byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || hasZeroEarly(bytes)) {
      problem(name, FileFault.Plain.UTF_16, "");
      return null;
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String lenient = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (lenient.indexOf(REPLACEMENT) < 0) {
      return new SourceText(name, lenient);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
    CoderResult result = decoder.decode(in, out, true);
    SourceText text = new SourceText(name, out.flip().toString());
    if (result.isError()) {
      int end = text.text().length();
      problems.add(
          new CaseProblem(
              new SourceLocation(name, text.line(end), text.column(end)),
              "",
              0,
              new Complaint(
                  FileFault.Plain.NOT_UTF_8,
                  String.format(Locale.ROOT, "byte 0x%02X", bytes[in.position()] & 0xFF)),
              null));
      return null;
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZeroEarly(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
  }

  private void problem(String file, FileFault why, String value) {
    problems.add(CaseProblem.of(file, new Complaint(why, value)));
  }
}

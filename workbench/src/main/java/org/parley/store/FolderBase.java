package org.parley.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.casefile.folder.PrivateFiles;

/// The journal entry that the files of a folder are based on, the common ancestor of a three-way
/// merge. Stored in `.parley/base`, one line per journal.
///
/// @param journal the journal, by the hash of its first entry
/// @param number the number of the entry
/// @param hash the hash of the entry
/// @param place the address of the journal, for display
public record FolderBase(String journal, long number, String hash, String place) {

  /// The address of the journal beside a folder.
  static final String BESIDE = ".parley/journal";

  private static final String HEAD =
      """
      # What the files of this folder are based on, for each journal they were restored from or
      # recorded to: the journal (the hash of its first entry), an entry and its hash, the place.
      # Written by Parley; parley record and parley undo merge from here.
      """;

  private static final Pattern LINE =
      Pattern.compile("journal ([0-9a-f]{64}) entry (\\d{1,18}) hash ([0-9a-f]{64}) at (.*)");

  /// Whether it belongs to the journal beside the folder.
  public boolean isBeside() {
    return place.equals(BESIDE);
  }

  private static Path file(Path folder) {
    return folder.resolve(".parley").resolve("base");
  }

  /// Every base of a folder; empty if none was recorded.
  ///
  /// @throws IOException if the file cannot be read or parsed
  public static List<FolderBase> list(Path folder) throws IOException {
    List<FolderBase> bases = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file(folder));
    } catch (NoSuchFileException e) {
      return bases;
    }
    for (String line : lines) {
      Matcher parts = LINE.matcher(line.strip());
      if (parts.matches()) {
        bases.add(
            new FolderBase(
                parts.group(1), Long.parseLong(parts.group(2)), parts.group(3), parts.group(4)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new java.nio.file.FileSystemException(
            file(folder).toString(), null, "a line is not as Parley wrote it: " + line);
      }
    }
    return bases;
  }

  /// Stores this base, replacing that of the same journal.
  public void write(Path folder) throws IOException {
    List<FolderBase> bases = new ArrayList<>(list(folder));
    if (bases.contains(this)) {
      return;
    }
    bases.removeIf(each -> each.journal.equals(journal));
    bases.add(this);
    StringBuilder text = new StringBuilder(HEAD);
    for (FolderBase each : bases) {
      text.append("journal ").append(each.journal).append(" entry ").append(each.number);
      text.append(" hash ").append(each.hash).append(" at ").append(each.place).append('\n');
    }
    Path file = file(folder);
    Path beside = file.resolveSibling("base.new");
    Files.deleteIfExists(beside);
    PrivateFiles.make(beside);
    Files.writeString(beside, text, StandardCharsets.UTF_8);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

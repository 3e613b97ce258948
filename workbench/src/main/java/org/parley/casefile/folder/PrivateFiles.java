package org.parley.casefile.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Files readable by their owner only: a journal holds records of every visibility, and password
/// hashes. Systems without POSIX permissions keep their defaults.
public final class PrivateFiles {

  /// The folder of Parley in a case folder.
  private static final String OWN = ".parley";

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /// Creates the empty file and its parent folders, if missing.
  public static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      makeFolder(folder);
    }
    if (!Files.exists(file)) {
      create(file);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      if (POSIX) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      // Created by another program meanwhile.
    }
  }

  /// Creates a folder and its parents, if missing.
  public static void makeFolder(Path folder) throws IOException {
    if (POSIX) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectories(folder);
    }
    if (folder.endsWith(OWN)) {
      ignore(folder);
    }
  }

  /// Makes git ignore the folder by a `.gitignore` inside it: a journal is a database, to be shared
  /// by other means.
  private static void ignore(Path folder) throws IOException {
    Path file = folder.resolve(".gitignore");
    if (!Files.exists(file)) {
      create(file);
      Files.writeString(file, "*\n");
    }
  }

  /// Removes the permissions of others on a file and the files that share its stem; on their folder
  /// too, if it belongs to Parley.
  ///
  /// @param stem the path of the journal without ending
  /// @return a sentence for each that others could read or write
  public static List<String> tighten(Path stem) throws IOException {
    List<String> notes = new ArrayList<>();
    Path folder = stem.toAbsolutePath().getParent();
    if (!POSIX || folder == null || !Files.isDirectory(folder)) {
      return notes;
    }
    if (folder.endsWith(OWN)) {
      tighten(folder, FOLDER, notes);
    }
    String name = stem.getFileName() + ".";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.sorted().toList()) {
        if (each.getFileName().toString().startsWith(name) && Files.isRegularFile(each)) {
          tighten(each, FILE, notes);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return notes;
  }

  private static void tighten(Path path, Set<PosixFilePermission> wanted, List<String> notes)
      throws IOException {
    Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
    if (wanted.containsAll(now)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(path, wanted);
      notes.add(
          "\""
              + path
              + "\" was open to others ("
              + PosixFilePermissions.toString(now)
              + "); now its owner alone may use it.");
    } catch (IOException e) {
      notes.add(
          "\""
              + path
              + "\" is open to others ("
              + PosixFilePermissions.toString(now)
              + "). Maybe have its owner run chmod go= on it.");
    }
  }
}

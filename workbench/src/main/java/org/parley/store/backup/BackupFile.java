package org.parley.store.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.PrivateFiles;

/// A backup as a ZIP file: its manifest first, then its journal. Nothing is read beyond what the
/// manifest says.
final class BackupFile {

  /// The name of the journal in a backup, and where it is restored.
  static final String JOURNAL = "journal.mv.db";

  private static final int LONGEST_MANIFEST = 64 << 10;
  private static final int BUFFER = 1 << 16;

  private BackupFile() {}

  /// Writes a backup, which only its owner may read.
  static void write(Path target, BackupManifest manifest, Path journal) throws IOException {
    PrivateFiles.make(target);
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(BackupManifest.FILE));
      zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(JOURNAL));
      Files.copy(journal, zip);
    }
    force(target);
  }

  /// Reads a backup.
  ///
  /// @param journal where its journal is written, which only its owner may read
  /// @throws BackupRefused if it is none, or was altered
  static BackupManifest read(Path backup, Path journal) throws IOException, BackupRefused {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(backup));
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      mustBe(zip.getNextEntry(), BackupManifest.FILE, backup);
      byte[] text = zip.readNBytes(LONGEST_MANIFEST);
      BackupManifest manifest = BackupManifest.read(new String(text, StandardCharsets.UTF_8));
      mustBe(zip.getNextEntry(), JOURNAL, backup);
      PrivateFiles.make(journal);
      copy(zip, journal, manifest.bytes());
      if (Files.size(journal) != manifest.bytes() || !sha256(journal).equals(manifest.sha256())) {
        throw new BackupRefused(
            "\""
                + backup
                + "\" is not as it was written: its digest differs. Maybe use another copy");
      }
      return manifest;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new BackupRefused(
          "\"" + backup + "\" is damaged, or no backup. Maybe use another copy", e);
    }
  }

  private static void mustBe(@Nullable ZipEntry entry, String name, Path backup)
      throws BackupRefused {
    if (entry == null || !entry.getName().equals(name)) {
      throw new BackupRefused(
          "\""
              + backup
              + "\" is no backup of a journal: it has no "
              + name
              + ". Maybe name a file that parley backup wrote");
    }
  }

  /// Copies one byte more than it may be, at most, so that the length tells.
  private static void copy(InputStream from, Path to, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(to)) {
      long left = most + 1;
      while (left > 0) {
        int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          return;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
      whole.force(true);
    }
  }
}

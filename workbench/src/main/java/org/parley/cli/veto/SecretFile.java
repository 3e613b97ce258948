package org.parley.cli.veto;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.parley.veto.VetoException;
import org.parley.veto.VetoFault;

/// A file that its owner alone may read (mode 600), where the file system knows permissions.
final class SecretFile {

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /// Writes a new file; fails if there is one.
  static void create(Path file, String text) throws IOException {
    Files.createFile(file, attributes(file));
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }

  /// Writes a file anew: it is replaced as a whole.
  static void replace(Path file, String text) throws IOException {
    Path beside =
        Files.createTempFile(
            file.toAbsolutePath().getParent(), ".parley", ".secret", attributes(file));
    try {
      Files.writeString(beside, text, StandardOpenOption.WRITE);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// The text of a file that nobody else may read.
  static String read(Path file) throws IOException, VetoException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
      throw new VetoException(VetoFault.SECRETS_READABLE_BY_OTHERS, file.toString());
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new VetoException(VetoFault.NOT_A_SECRETS_FILE, file.toString());
    }
  }

  private static FileAttribute<?>[] attributes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }
}

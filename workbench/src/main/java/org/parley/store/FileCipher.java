package org.parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.parley.store.cipher.CipherHeader;
import org.parley.store.cipher.ForeignCipherException;
import org.parley.store.cipher.JournalKey;

/// Opens encrypted files with their key, and says why a key does not fit.
final class FileCipher {

  private FileCipher() {}

  /// The address of a file with the password that the file opens with. A file that is empty or not
  /// there has none yet.
  ///
  /// The file is read by the descriptor that this program has of it, so that no lock is lost.
  ///
  /// @throws JournalUnavailableException if the key is missing, wrong, or not wanted
  static DatabaseAddress opening(DatabaseAddress address)
      throws JournalUnavailableException, IOException {
    FilePath file = FileMigration.real(Objects.requireNonNull(address.file()));
    if (!file.exists()) {
      return address;
    }
    try (FileChannel channel = WriteBarrier.path(file.toString()).open("rw")) {
      return opening(address, channel);
    }
  }

  /// The same of a file that this program has not open.
  static DatabaseAddress opening(DatabaseAddress address, FilePath file)
      throws JournalUnavailableException, IOException {
    try (FileChannel channel = file.open("r")) {
      return opening(address, channel);
    }
  }

  private static DatabaseAddress opening(DatabaseAddress address, FileChannel file)
      throws JournalUnavailableException, IOException {
    return file.size() == 0 ? address : address.opening(password(address, file).orElse(null));
  }

  /// The password of a file that is open; empty if it is not encrypted.
  static Optional<String> password(DatabaseAddress address, FileChannel file)
      throws JournalUnavailableException, IOException {
    Path place = DatabaseAddress.h2File(Objects.requireNonNull(address.file()));
    JournalKey key = address.key();
    try {
      Optional<CipherHeader> header = CipherHeader.read(file);
      if (header.isEmpty()) {
        if (key != null) {
          throw JournalUnavailableException.ofKey(
              "the file \""
                  + place
                  + "\" is not encrypted, and a key is given. Maybe encrypt it with parley journal"
                  + " encrypt, or leave the key out");
        }
        return Optional.empty();
      }
      if (key == null) {
        throw JournalUnavailableException.ofKey(
            "the file \""
                + place
                + "\" is encrypted, and no key is given. Maybe add "
                + wanted(header.get()));
      }
      return Optional.of(
          key.filePassword(header.get()).orElseThrow(() -> wrong(place, key, header.get())));
    } catch (ForeignCipherException e) {
      throw new JournalUnavailableException(
          "the file \""
              + place
              + "\" was "
              + e.getMessage()
              + ". Maybe use the version that wrote it, or put back a copy",
          e);
    }
  }

  private static String wanted(CipherHeader header) {
    return header.isOfPassphrase()
        ? "--ask-passphrase, for it has a passphrase"
        : "--journal-key-file, or set PARLEY_JOURNAL_KEY";
  }

  private static JournalUnavailableException wrong(
      Path place, JournalKey key, CipherHeader header) {
    return JournalUnavailableException.ofKey(
        key.isPassphrase() == header.isOfPassphrase()
            ? "the file \""
                + place
                + "\" has another "
                + (key.isPassphrase() ? "passphrase" : "key")
                + ". Maybe give the one it was encrypted with last; nothing was changed"
            : "the file \""
                + place
                + "\" has "
                + (header.isOfPassphrase() ? "a passphrase" : "a key")
                + " of another kind. Maybe give "
                + wanted(header));
  }

  /// Whether a file is there and not encrypted.
  static boolean isPlain(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return CipherHeader.read(channel).isEmpty();
    } catch (ForeignCipherException e) {
      return false;
    }
  }

  /// The contents of an encrypted file, deciphered as H2 does. The caller closes the file below.
  static FileChannel deciphered(FileChannel file, String password) {
    // H2 takes the characters of a password as the key.
    return new FileEncrypt("journal", password.getBytes(StandardCharsets.UTF_16BE), file);
  }
}

package org.parley.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.store.Anchor;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cipher.JournalKey;
import org.parley.store.people.Accounts;

/// Encrypts the file of a journal, gives it another key, or takes the encryption away.
public final class JournalEncryption {

  private static final String ENDING = ".mv.db";

  private JournalEncryption() {}

  /// The result.
  ///
  /// @param anchor the heads of the journal, which are those it had
  /// @param isOverwritten whether the bytes of the earlier file were overwritten
  /// @param beside other files with the name of the journal, which were left as they are
  public record RewrittenFile(Anchor anchor, boolean isOverwritten, List<Path> beside) {
    public RewrittenFile {
      beside = List.copyOf(beside);
    }
  }

  /// Writes the file of a journal anew. The chains of the copy are verified, and the copy is read
  /// back, before it takes the place of the file.
  ///
  /// @param from the file, with the key that it has
  /// @param to the key that it gets; null for none
  /// @throws JournalUnavailableException if it is in use, or the key does not fit
  /// @throws BackupRefused if its chains do not hold
  public static RewrittenFile rewrite(DatabaseAddress from, @Nullable JournalKey to)
      throws IOException, JournalUnavailableException, BackupRefused {
    Anchor before;
    try (Journal journal = Journal.existing(from);
        Accounts people = Accounts.of(journal.database())) {
      before = JournalBackup.verified(journal, people);
    }
    boolean isOverwritten = Database.rewriteFile(from, to, stem -> mustHave(before, stem, to));
    return new RewrittenFile(before, isOverwritten, beside(from));
  }

  private static void mustHave(Anchor before, Path stem, @Nullable JournalKey to)
      throws BackupRefused {
    Anchor after =
        JournalBackup.verified(
            DatabaseAddress.ofFile(stem).withKey(to), new JournalBackup.Until.Last());
    if (!after.equals(before)) {
      throw new BackupRefused(
          "the journal changed meanwhile. Maybe try again; nothing was changed here");
    }
  }

  /// The files of the cases in a folder of many. The register is no case.
  public static List<DatabaseAddress> casesIn(DatabaseAddress folder) throws IOException {
    Path place = Objects.requireNonNull(folder.file());
    List<Path> all = new ArrayList<>();
    try (Stream<Path> cases = Files.list(place.resolve("cases"))) {
      cases
          .filter(each -> each.toString().endsWith(ENDING) && Files.isRegularFile(each))
          .filter(each -> !isWork(each))
          .sorted()
          .forEach(all::add);
    }
    return all.stream().map(folder::sibling).toList();
  }

  /// Whether it is the leftover of a program that was killed, or a file that an upgrade kept.
  private static boolean isWork(Path file) {
    String name = file.getFileName().toString();
    return name.indexOf('.') < name.length() - ENDING.length();
  }

  private static List<Path> beside(DatabaseAddress address) throws IOException {
    Path stem = Objects.requireNonNull(address.file());
    String own = stem.getFileName() + ENDING;
    String start = stem.getFileName() + ".";
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(stem.toAbsolutePath().getParent()))) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(start))
          .filter(each -> !each.getFileName().toString().equals(own))
          .filter(each -> !each.toString().endsWith(".factor-key"))
          .sorted()
          .toList();
    }
  }
}

package org.parley.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.casefile.folder.PrivateFiles;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;

/// Makes backups of a journal that a server holds open. A file in the folder of the journal asks
/// for one, which then lies beside it. So the permissions of the folder are those of its backups,
/// and no port is open.
public final class BackupService implements AutoCloseable {

  private static final Pattern WANTED = Pattern.compile("(.+\\.backup-[0-9a-f-]{36})\\.wanted");
  private static final long LOOK_MILLIS = 500;
  private static final Duration PICKED_UP = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofHours(6);

  private final Journal journal;
  private final Path folder;
  private final String name;
  private final InstantSource clock;
  private final Consumer<BackupManifest> made;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean hasFailed;

  private BackupService(
      Journal journal, Path stem, InstantSource clock, Consumer<BackupManifest> made) {
    this.journal = journal;
    this.folder = folderOf(stem);
    this.name = stem.getFileName() + ".backup-";
    this.clock = clock;
    this.made = made;
    this.thread = Thread.ofPlatform().name("backup").daemon().unstarted(this::run);
  }

  /// Begins to look for requests.
  ///
  /// @param file of the journal, without its ending
  /// @param made is told of each backup
  public static BackupService open(
      Journal journal, Path file, InstantSource clock, Consumer<BackupManifest> made) {
    BackupService service = new BackupService(journal, file, clock, made);
    service.thread.start();
    return service;
  }

  private static Path folderOf(Path stem) {
    return Objects.requireNonNull(stem.toAbsolutePath().getParent());
  }

  /// Asks the server that holds a journal open for a backup, and waits for it.
  ///
  /// @param address of the journal
  /// @param target the file, which is not there yet
  /// @return whether there is such a server
  /// @throws BackupRefused if it could not make the backup
  public static boolean ask(DatabaseAddress address, Path target)
      throws IOException, BackupRefused, InterruptedException {
    Path stem = Path.of(address.toString());
    String id = stem.getFileName() + ".backup-" + UUID.randomUUID();
    Path wanted = folderOf(stem).resolve(id + ".wanted");
    Path backup = folderOf(stem).resolve(id + ".zip");
    Path failed = folderOf(stem).resolve(id + ".failed");
    PrivateFiles.makeFolder(folderOf(target));
    PrivateFiles.make(wanted);
    try {
      if (!await(PICKED_UP, () -> !Files.exists(wanted))) {
        return false;
      }
      if (!await(LONGEST, () -> Files.exists(backup) || Files.exists(failed))) {
        throw new BackupRefused("the server did not finish. Maybe look into its log");
      }
      if (Files.exists(failed)) {
        throw new BackupRefused(Files.readString(failed));
      }
      Files.move(backup, target);
      return true;
    } finally {
      Files.deleteIfExists(wanted);
      Files.deleteIfExists(failed);
      Files.deleteIfExists(backup);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private static boolean await(Duration longest, Condition condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0 || never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private void run() {
    try {
      while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        for (Path each : requests()) {
          answer(each);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> requests() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(name))
          .filter(each -> WANTED.matcher(each.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void answer(Path wanted) {
    Matcher named = WANTED.matcher(wanted.getFileName().toString());
    if (!named.matches()) {
      return;
    }
    try {
      Files.delete(wanted);
      try {
        made.accept(
            JournalBackup.make(journal, folder.resolve(named.group(1) + ".zip"), clock.instant()));
        hasFailed = false;
      } catch (BackupRefused | IOException | RuntimeException e) {
        hasFailed = true;
        Path failed = folder.resolve(named.group(1) + ".failed");
        PrivateFiles.make(failed);
        Files.writeString(failed, String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      // nobody can be told; who asked gives up
    }
  }

  /// Whether the last backup that was asked for could not be made.
  public boolean hasFailed() {
    return hasFailed;
  }

  /// Finishes the backup that is being made, if any.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

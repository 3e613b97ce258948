package org.parley.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How far the jobs about a case folder are: a file for each in `.parley/jobs`, which the pages of
/// the case read. Nothing is told of a folder that Parley keeps nothing beside.
public final class JobReports implements SweepBackend.PartListener, AutoCloseable {

  private static final int KEPT = 20;
  private static final long LONGEST = 4_096;
  private static final long APART_NANOS = 500_000_000;

  private final @Nullable Path file;
  private JobReport last;
  private long writtenNanos = System.nanoTime() - APART_NANOS;

  /// A job on this machine.
  ///
  /// @param job its name: `rehearsal`
  /// @param done the parts that are done
  /// @param of all parts; 0 while nothing is known
  /// @param process the id of the process that submitted it
  /// @param result the file of its result
  /// @param isWritten whether the file is there
  public record JobReport(
      String job, Instant begun, int done, int of, long process, String result, boolean isWritten) {

    /// Whether its process runs. The id of one that ended may belong to another by now.
    public boolean isGoingOn() {
      return !isWritten
          && ProcessHandle.of(process)
              .flatMap(each -> each.info().startInstant())
              .filter(started -> !started.isAfter(begun))
              .isPresent();
    }

    private ObjectNode json() {
      ObjectNode json = JsonMapper.shared().createObjectNode();
      json.put("job", job).put("begun", begun.toString()).put("done", done).put("of", of);
      return json.put("process", process).put("result", result).put("isWritten", isWritten);
    }

    private static Optional<JobReport> of(String text) {
      try {
        JsonNode json = JsonMapper.shared().readTree(text);
        return Optional.of(
            new JobReport(
                json.path("job").asString(""),
                Instant.parse(json.path("begun").asString("")),
                json.path("done").asInt(0),
                json.path("of").asInt(0),
                json.path("process").asLong(0),
                json.path("result").asString(""),
                json.path("isWritten").asBoolean(false)));
      } catch (JacksonException | DateTimeException _) {
        return Optional.empty();
      }
    }
  }

  private JobReports(@Nullable Path file, JobReport first) {
    this.file = file;
    this.last = first;
  }

  private static Path folder(Path caseFolder) {
    return caseFolder.resolve(".parley").resolve("jobs");
  }

  /// Tells of a job that begins.
  ///
  /// @param caseFolder null for a job about no case
  /// @param result the file it will write
  public static JobReports begin(
      @Nullable Path caseFolder, String job, Path result, Instant begun) {
    long process = ProcessHandle.current().pid();
    JobReport first =
        new JobReport(job, begun, 0, 0, process, result.toAbsolutePath().toString(), false);
    Path file = null;
    if (caseFolder != null && Files.isDirectory(caseFolder.resolve(".parley"))) {
      file = folder(caseFolder).resolve(begun.toEpochMilli() + "-" + process + ".json");
      drop(files(caseFolder));
    }
    JobReports reports = new JobReports(file, first);
    reports.write(first);
    return reports;
  }

  private static void drop(List<Path> latestFirst) {
    for (Path each : latestFirst.subList(Math.min(KEPT, latestFirst.size()), latestFirst.size())) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException _) {
        // it is listed once more
      }
    }
  }

  /// The jobs about a case folder, the latest first.
  public static List<JobReport> list(Path caseFolder) {
    List<JobReport> all = new ArrayList<>();
    for (Path each : files(caseFolder).stream().limit(KEPT).toList()) {
      try {
        if (Files.size(each) <= LONGEST) {
          JobReport.of(Files.readString(each)).ifPresent(all::add);
        }
      } catch (IOException _) {
        // it was dropped meanwhile
      }
    }
    return all;
  }

  private static List<Path> files(Path caseFolder) {
    try (Stream<Path> all = Files.list(folder(caseFolder))) {
      return all.filter(each -> each.toString().endsWith(".json"))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  @Override
  public synchronized void at(int done, int of) {
    // tasks of a cluster end in any order
    if (done <= last.done && of == last.of) {
      return;
    }
    last = new JobReport(last.job, last.begun, done, of, last.process, last.result, false);
    long now = System.nanoTime();
    if (now - writtenNanos >= APART_NANOS) {
      writtenNanos = now;
      write(last);
    }
  }

  /// Tells that the result is there.
  public synchronized void written() {
    last = new JobReport(last.job, last.begun, last.of, last.of, last.process, last.result, true);
    write(last);
  }

  /// Beside and renamed, so that no half is read. A report that cannot be written is no reason to
  /// end the job.
  private void write(JobReport report) {
    Path target = file;
    if (target == null) {
      return;
    }
    try {
      Path parent = Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Path fresh = Files.createTempFile(parent, "report", ".tmp");
      Files.writeString(fresh, report.json().toString());
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // the terminal shows it
    }
  }

  /// Forgets a job that came to nothing.
  @Override
  public synchronized void close() {
    Path target = file;
    if (target != null && !last.isWritten) {
      try {
        Files.deleteIfExists(target);
      } catch (IOException _) {
        // it is listed as ended
      }
    }
  }
}

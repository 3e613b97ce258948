package org.parley.cli.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.ViewHash;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.job.ClusterLibrary;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobQuestion;
import org.parley.job.JobReports;
import org.parley.job.JobSweep;
import org.parley.job.SweepBackend;
import org.parley.job.ThreadBackend;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveLibrary;
import org.parley.model.cases.CaseView;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `parley cluster submit JOB CASE`: computes a job and writes its file.
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = {
      "Computes a job about a case, and writes question, parts and answer to a file.",
      "forecast: how likely a plan is to keep its dates.",
      "rehearsal: what comes out if machines bargain.",
      "robustness: which packages stay acceptable when worths are uncertain.",
      "events: where every duty stands by files of incidents, commitment by commitment.",
      "replay: how the case stood at the end of each day, as known on that day.",
      "validation: what others did, predicted from all but one of them.",
      "reading: proposals and statements of an archive of articles, as tables in Parquet."
    },
    footerHeading =
        "%nExit code 0: written. 1: the case has problems, or there is nothing to compute. 65: lines were"
            + " set aside. 66: no such folder or file. 69: no cluster answers. 73: the file cannot be"
            + " written.%n%n",
    footer = {
      "Examples:",
      "  parley cluster submit forecast my-case --master local[*]",
      "  parley cluster submit rehearsal my-case --seeds 1000000 --out million.json",
      "  parley cluster submit robustness my-case --within 10 --threads 2",
      "  parley cluster submit events my-case --events acled.csv --map names.txt",
      "  parley cluster submit replay my-case --from 2025-11-20",
      "  parley cluster submit validation --of model",
      "  parley cluster submit reading my-case --articles archive --out proposals"
    })
final class SubmitCommand implements Callable<Integer> {

  @ParentCommand private @Nullable ClusterCommand cluster;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "forecast, rehearsal, robustness, events, replay, validation or reading.")
  private CaseJob job = CaseJob.FORECAST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CASE",
      description = "The case folder. validation needs none.")
  private @Nullable Path folder;

  @Mixin private final JobOptions options = new JobOptions();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "spark://HOST:PORT of a cluster, or local[N] for N threads. Default: ${DEFAULT-VALUE}.")
  private String master = "local[*]";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Without Spark: on so many threads of this process.")
  private int threads;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A setting of Spark, for example spark.executor.memory=4g. Repeat it.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The file of the result, or the folder of its tables. Default: the name of the job, for a"
              + " file with .json.")
  private @Nullable Path out;

  private final InstantSource clock = InstantSource.system();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::submit);
  }

  private int submit() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (job == CaseJob.READING) {
      return reading(line);
    }
    try {
      if (job == CaseJob.VALIDATION) {
        ReferenceShelf shelf = Objects.requireNonNull(cluster).shelf();
        return run(line, options.validated().question(shelf, options.band(line)), "");
      }
      Optional<CaseView> view = CaseArgument.view(folder(line), line);
      return view.isEmpty()
          ? ExitCode.PROBLEMS
          : run(line, job.question(view.get(), options, line), ViewHash.of(view.get()));
    } catch (NothingToComputeException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.PROBLEMS;
    } catch (JobFailedException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  /// @param caseHash empty if no case is asked about
  private int run(CommandLine line, JobQuestion question, String caseHash)
      throws JobFailedException {
    try (JobReports reports = JobReports.begin(folder, job.word(), target(), clock.instant());
        SweepBackend backend = backend(line)) {
      int code = write(line, compute(line, question, caseHash, backend, reports));
      if (code == ExitCode.OK) {
        reports.written();
      }
      return code;
    }
  }

  private Path folder(CommandLine line) {
    if (folder == null) {
      throw new ParameterException(line, "Which case? Only validation needs none.");
    }
    return folder;
  }

  private int reading(CommandLine line) throws IOException {
    if (threads > 0) {
      throw new ParameterException(
          line, "--threads is for other jobs. Maybe --master local[" + threads + "]");
    }
    Path tables = out == null ? Path.of(job.word()) : out;
    Path from = folder(line);
    try {
      ReadingJob reading = new ReadingJob(line, options, tables).checked();
      if (!(CaseFolder.of(from).load() instanceof LoadResult.Loaded(var contents, var _))) {
        return reading.refused(from);
      }
      try (JobReports reports = JobReports.begin(from, job.word(), tables, clock.instant())) {
        int code = reading.run(contents, archive(line), reports);
        reports.written();
        return code;
      }
    } catch (NothingToComputeException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.PROBLEMS;
    } catch (JobFailedException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  private ArchiveBackend archive(CommandLine line) throws JobFailedException {
    if (library(line) instanceof ArchiveLibrary found) {
      return found.archive(master, settings);
    }
    throw new JobFailedException(Messages.current().text("jobs.no-library"), null);
  }

  private SweepBackend backend(CommandLine line) throws JobFailedException {
    return threads > 0 ? new ThreadBackend(threads) : library(line).connect(master, settings);
  }

  private ClusterLibrary library(CommandLine line) throws JobFailedException {
    ClusterLibrary library =
        Objects.requireNonNull(cluster)
            .find()
            .orElseThrow(
                () -> new JobFailedException(Messages.current().text("jobs.threads"), null));
    line.getErr().println(Messages.current().text("jobs.connecting", "master", master));
    line.getErr().flush();
    return library;
  }

  private JobFile compute(
      CommandLine line,
      JobQuestion question,
      String caseHash,
      SweepBackend backend,
      JobReports reports)
      throws JobFailedException {
    try (PartsProgress progress = new PartsProgress(line.getErr())) {
      return JobFile.compute(
          question,
          options.asked(job),
          caseHash,
          backend,
          (done, of) -> {
            progress.at(done, of);
            reports.at(done, of);
          });
    }
  }

  private Path target() {
    return out == null ? Path.of(job.word() + ".json") : out;
  }

  private int write(CommandLine line, JobFile file) {
    Path target = target();
    JobSweep sweep = JobSweep.of(file.question());
    try {
      replace(target, file.text());
    } catch (IOException e) {
      line.getErr()
          .println("\"" + target + "\" cannot be written: " + e + ". Maybe name another --out.");
      return ExitCode.CANNOT_WRITE;
    }
    PrintWriter to = line.getOut();
    to.println(
        Messages.current()
            .text(
                "jobs.written",
                "job",
                new Messages.Select(job.word()),
                "seeds",
                sweep.seeds().count(),
                "first",
                sweep.seeds().first(),
                "parts",
                sweep.size(),
                "file",
                target));
    return ExitCode.OK;
  }

  /// Writes beside and renames, so that no half of a file is ever found.
  static void replace(Path target, String text) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = Objects.requireNonNull(absolute.getParent(), "a file stands in a folder");
    Path fresh = Files.createTempFile(folder, "parley-job", ".tmp");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}

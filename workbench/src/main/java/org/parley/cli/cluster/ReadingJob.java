package org.parley.cli.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.parley.answer.AnswerJson;
import org.parley.archive.ArticleFault;
import org.parley.archive.BadArticleException;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobReports;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveRun;
import org.parley.model.cases.Case;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// `parley cluster submit reading`: the tables of an archive in a folder, and the lines set aside.
final class ReadingJob {

  /// The lines that hold no article, as JSON Lines.
  static final String ASIDE = "aside.jsonl";

  private static final int WHOLE = 100;

  private final CommandLine line;
  private final JobOptions options;
  private final Path folder;
  private final Messages messages = Messages.current();

  /// A line that is set aside.
  private record AsideLine(
      String file, long line, ArticleFault fault, String field, String value, String reason) {}

  /// @param folder to write to
  ReadingJob(CommandLine line, JobOptions options, Path folder) {
    this.line = line;
    this.options = options;
    this.folder = folder;
  }

  /// Prints why the case is refused.
  int refused(Path caseFolder) throws IOException {
    return CaseArgument.view(caseFolder, line).isPresent() ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  /// Refuses what cannot be read, before anything is started.
  ReadingJob checked() throws NothingToComputeException {
    options.sample(line);
    if (options.articles().isEmpty() && options.storedArticles().isEmpty()) {
      throw new NothingToComputeException(messages.text("jobs.no-article"));
    }
    for (Path each : options.articles()) {
      if (!Files.exists(each)) {
        throw new ParameterException(
            line, "--articles names \"" + each + "\", which is not there. Maybe correct the path");
      }
    }
    return this;
  }

  /// @param reports told how far it is
  int run(Case contents, ArchiveBackend connected, JobReports reports)
      throws IOException, JobFailedException {
    try (ArchiveBackend backend = connected) {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, ".aside", ".tmp");
      try {
        return read(contents, backend, fresh, reports);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
  }

  private int read(Case contents, ArchiveBackend backend, Path fresh, JobReports reports)
      throws IOException, JobFailedException {
    ArchiveRun.ArchiveTally tally;
    ArchiveRun run;
    try (PrintWriter aside = new PrintWriter(Files.newBufferedWriter(fresh))) {
      run =
          new ArchiveRun(
              backend,
              contents,
              options.articleLanguage(),
              folder,
              options.sample(line),
              (file, number, why) -> aside.println(AnswerJson.line(aside(file, number, why))),
              (read, percent) -> tell(read, percent, reports));
      tally = run.read(options.articles(), options.storedArticles());
      if (aside.checkError()) {
        throw new IOException("\"" + fresh + "\" cannot be written");
      }
    }
    Files.move(fresh, folder.resolve(ASIDE), StandardCopyOption.REPLACE_EXISTING);
    int statements = run.group();
    Optional<JobFile> sample = run.sample(options.asked(CaseJob.READING));
    if (sample.isPresent()) {
      SubmitCommand.replace(folder.resolve(ArchiveRun.SAMPLE), sample.get().text());
    }
    return conclude(tally, statements, sample);
  }

  private AsideLine aside(String file, long number, BadArticleException why) {
    return new AsideLine(
        file,
        number,
        why.fault(),
        why.field(),
        why.value(),
        messages.text(
            "jobs.article-aside",
            "fault",
            why.fault(),
            "field",
            why.field(),
            "value",
            why.value()));
  }

  private void tell(long read, int percent, JobReports reports) {
    reports.at(percent, WHOLE);
    line.getErr().println(messages.text("jobs.articles", "read", read, "percent", percent));
    line.getErr().flush();
  }

  private int conclude(ArchiveRun.ArchiveTally tally, int statements, Optional<JobFile> sample) {
    line.getOut()
        .println(
            messages.text(
                "jobs.archive",
                "read",
                tally.read(),
                "known",
                tally.known(),
                "aside",
                tally.aside(),
                "folder",
                folder));
    line.getOut()
        .println(
            statements < 0
                ? messages.text("jobs.not-grouped", "most", ArchiveRun.MOST_CLAIMS)
                : messages.text("jobs.statements", "statements", statements));
    sample.ifPresent(
        each ->
            line.getOut()
                .println(
                    messages.text(
                        "jobs.sample",
                        "articles",
                        each.parts().size(),
                        "file",
                        folder.resolve(ArchiveRun.SAMPLE))));
    return tally.aside() > 0 ? ExitCode.BAD_DATA : ExitCode.OK;
  }
}

package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Migration;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.act.Act;
import org.parley.model.cases.CaseView;
import org.parley.wording.ActWording;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley migrate CASE`: turns past events of instruments and dates of steps into acts.
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description =
        "Turns past events of instruments and dates of steps, as earlier cases have them, into"
            + " acts, and says what it did.",
    footerHeading =
        "%nExit code 0: done, or nothing to do. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Expected events stay. So does what names no source: an act needs one.",
      "",
      "Examples:",
      "  parley migrate my-case --dry-run     what would become an act",
      "  parley migrate my-case"
    })
public final class MigrateCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(names = "--dry-run", description = "Say what would be done; change nothing.")
  private boolean dryRun;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::migrate);
  }

  private Integer migrate() throws IOException {
    if (spec == null || folder == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    CaseFolder files = CaseFolder.of(folder);
    return switch (files.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded -> migrate(files, loaded, line);
    };
  }

  private int migrate(CaseFolder files, LoadResult.Loaded loaded, CommandLine line)
      throws IOException {
    Migration migration = Migration.of(loaded.contents().viewFor(new Viewer.Mediator()));
    LoadResult.Loaded after = loaded;
    List<CaseEdit> edits = new ArrayList<>();
    migration.changed().forEach(each -> edits.add(new CaseEdit.Change(each)));
    migration.acts().forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    if (!dryRun && !edits.isEmpty()) {
      switch (files.edit(loaded, edits)) {
        case EditResult.Refused(var problems) -> {
          new ProblemPrinter(line).print(problems, line.getErr());
          return ExitCode.PROBLEMS;
        }
        case EditResult.Saved saved -> after = saved.loaded();
      }
    }
    report(migration, after, line.getOut());
    return ExitCode.OK;
  }

  private void report(Migration migration, LoadResult.Loaded loaded, PrintWriter out) {
    Messages messages = Messages.current();
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator()).in(Language.current().tag());
    ActWording wording = new ActWording(messages, view);
    for (Act each : migration.acts()) {
      out.println("  " + each.id() + ": " + wording.full(each).text());
    }
    migration
        .left()
        .forEach(each -> out.println("  " + messages.text("act.migrated.left", "record", each)));
    out.println(messages.text("act.migrated", "count", migration.acts().size(), "done", !dryRun));
  }
}

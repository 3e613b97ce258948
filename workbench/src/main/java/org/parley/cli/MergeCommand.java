package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.TextMerge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley merge BASE OURS THEIRS`: a merge driver of git for case files.
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description =
        "Merges two versions of a case file record by record, as a merge driver of git: writes the"
            + " result to OURS.",
    footerHeading =
        "%nExit code 0: merged. 1: both sides changed the same record; OURS has both between"
            + " marks. 66: no such file.%n%n",
    footer = {
      "Set it up once for each clone, and say in the repository which files it is for:",
      "  git config merge.parley.driver \"parley merge %%O %%A %%B\"",
      "  echo '*.yaml merge=parley' >> .gitattributes"
    })
public final class MergeCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BASE", description = "The file both were made from.")
  private @Nullable Path base;

  @Parameters(index = "1", paramLabel = "OURS", description = "Our file; the result goes here.")
  private @Nullable Path ours;

  @Parameters(index = "2", paramLabel = "THEIRS", description = "Their file.")
  private @Nullable Path theirs;

  @Option(
      names = "--name",
      paramLabel = "FILE",
      description = "The name of the file in a conflict. Default: OURS.")
  private @Nullable String name;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (spec == null || base == null || ours == null || theirs == null) {
      return ExitCode.USAGE;
    }
    try {
      TextMerge.Merged merged =
          TextMerge.of(Files.readString(base), Files.readString(ours), Files.readString(theirs));
      Files.writeString(ours, merged.text());
      for (String clash : merged.clashes()) {
        spec.commandLine()
            .getErr()
            .println(
                (name == null ? ours : name)
                    + ": both sides changed "
                    + clash
                    + ". Maybe keep one of the two between the marks, or give one another id.");
      }
      return merged.clashes().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
    } catch (NoSuchFileException e) {
      spec.commandLine()
          .getErr()
          .println("There is no file \"" + e.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }
}

package org.parley.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The case, the day and the language of a command that looks at a case on a day.
public final class CaseOfDay {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final DayOptions shown = new DayOptions();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /// Prints an answer for a case as it is seen on a day.
  public interface DayPrinter {
    void print(CommandLine line, CaseView view, AsOf asOf) throws IOException;
  }

  /// Reads the case and prints the answer; returns the exit code.
  public Integer answer(DayPrinter printer) throws Exception {
    CommandLine line = line();
    return language.run(
        () -> {
          Optional<CaseView> view = argument.view(line).map(shown::known);
          if (view.isEmpty()) {
            return ExitCode.PROBLEMS;
          }
          printer.print(line, view.get(), shown.asOf(view.get()));
          return ExitCode.OK;
        });
  }

  /// The case folder, to be edited in its latest state.
  ///
  /// @throws ParameterException if a day is asked for
  public CaseFolder latest(String option) {
    if (argument.findFile().isPresent() || shown.isAsked()) {
      throw new ParameterException(
          line(), option + " changes a case folder in its latest state. Maybe leave out the day.");
    }
    return argument.files();
  }

  /// Runs in the language asked for.
  public Integer inLanguage(Callable<Integer> answer) throws Exception {
    return language.run(answer);
  }

  /// The command line being run.
  public CommandLine line() {
    return Objects.requireNonNull(spec, "a command without a specification").commandLine();
  }

  /// Whether a day or a day of knowledge is asked for.
  public boolean isOfDay() {
    return shown.isAsked();
  }

  /// Whether the answer is to be JSON.
  public boolean isJson() {
    return shown.isJson();
  }
}

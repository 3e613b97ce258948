package org.parley.cli.reference;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.reference.EditionsAnswer;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.reference.BadReferenceException;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.tree.BadFileException;
import org.parley.exchange.tree.InputFile;
import org.parley.reference.Edition;
import org.parley.wording.PrecedentWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley reference add FILE` and `parley reference list`: a user's copies of collections.
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list",
    description = {
      "Keeps your own copies of collections about other agreements, and lists those that are known.",
      "They are kept in PARLEY_REFERENCE, by default ~/.local/share/parley/reference."
    },
    footerHeading = "%nExit code 0: done. 1: a file is of no known edition. 66: no such file.%n%n",
    footer = {
      "Examples:",
      "  parley reference list                 what is known, its licence, and where it is had",
      "  parley reference add pax_all.csv      recognised by its SHA-256, whatever its name",
      "  parley reference list --json | jq '.editions[] | select(.held)'"
    })
public final class ReferenceCommand implements Runnable {

  private final ReferenceShelf shelf;

  @Spec private @Nullable CommandSpec spec;

  public ReferenceCommand(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "a command without a specification");
  }

  @Override
  public void run() {
    throw new ParameterException(spec().commandLine(), "Which? One of add and list.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Recognises files by their SHA-256, and keeps a copy of each.")
  int add(
      @Mixin LanguageOption language,
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files as downloaded.")
          List<Path> files)
      throws Exception {
    return language.run(
        () -> {
          PrintWriter out = spec().commandLine().getOut();
          PrecedentWording wording = PrecedentWording.current();
          for (Path each : files) {
            try {
              Edition edition = shelf.add(InputFile.of(each));
              out.println(wording.added(String.valueOf(each.getFileName()), edition));
              out.println(wording.licence(edition) + ". " + wording.citation(edition));
            } catch (BadReferenceException | BadFileException e) {
              spec().commandLine().getErr().println(e.getMessage());
              return ExitCode.PROBLEMS;
            }
          }
          return ExitCode.OK;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the editions that are known: rows, licence, where each is had.")
  int list(
      @Mixin LanguageOption language,
      @Option(names = "--json", description = "Print JSON.") boolean isJson)
      throws Exception {
    return language.run(
        () -> {
          print(isJson);
          return ExitCode.OK;
        });
  }

  private void print(boolean isJson) throws IOException {
    PrintWriter out = spec().commandLine().getOut();
    EditionsAnswer answer = EditionsAnswer.of(shelf);
    if (isJson) {
      out.println(AnswerJson.pretty(answer));
      return;
    }
    for (EditionsAnswer.KnownEdition each : answer.editions()) {
      out.println(each.edition() + "  " + each.words());
      out.println("    " + each.state());
      out.println("    " + each.citation());
    }
  }
}

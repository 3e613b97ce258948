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
import org.parley.corpus.Corpus;
import org.parley.corpus.CorpusException;
import org.parley.corpus.CorpusText;
import org.parley.exchange.reference.BadReferenceException;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.reference.Edition;
import org.parley.wording.PrecedentWording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley reference add`, `list` and `remove`: a user's copies of collections and of texts.
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|remove",
    description = {
      "Keeps your own copies of collections about other agreements, and of their texts.",
      "They are kept in PARLEY_REFERENCE, by default ~/.local/share/parley/reference."
    },
    footerHeading =
        "%nExit code 0: done. 1: a file is of no known edition, or has no words. 66: no such file.%n%n",
    footer = {
      "Examples:",
      "  parley reference list                 what is known, its licence, and where it is had",
      "  parley reference add pax_all.csv      recognised by its SHA-256, whatever its name",
      "  parley reference add agreements/      every PDF, DOCX, ODT, HTML and plain text in a folder",
      "  parley reference remove 5f3c1b2a9d8e7f60",
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
    throw new ParameterException(spec().commandLine(), "Which? One of add, list and remove.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Keeps a copy of each file. Collections are recognised by their SHA-256.",
        "PDF, DOCX, ODT, HTML and plain text are texts of agreements, and so is all of a folder."
      })
  int add(
      @Mixin LanguageOption language,
      @Parameters(
              paramLabel = "PATH",
              arity = "1..*",
              description = "Files as downloaded, or folders of texts.")
          List<Path> files)
      throws Exception {
    return language.run(
        () -> {
          PrintWriter out = spec().commandLine().getOut();
          PrecedentWording wording = PrecedentWording.current();
          int code = ExitCode.OK;
          for (Path each : files) {
            if (Corpus.isText(each)) {
              code = Math.max(code, addTexts(each, out, wording));
              continue;
            }
            try {
              Edition edition = shelf.add(InputFile.of(each));
              out.println(wording.added(String.valueOf(each.getFileName()), edition));
              out.println(wording.licence(edition) + ". " + wording.citation(edition));
            } catch (BadReferenceException | BadFileException e) {
              spec().commandLine().getErr().println(FileFaultWording.sentence(e));
              return ExitCode.PROBLEMS;
            }
          }
          return code;
        });
  }

  /// Adds what can be read, and says of the rest why it cannot.
  private int addTexts(Path path, PrintWriter out, PrecedentWording wording) throws IOException {
    Corpus corpus = Corpus.of(shelf);
    int code = ExitCode.OK;
    List<Path> files = List.of();
    try {
      files = Corpus.filesOf(path);
    } catch (CorpusException e) {
      spec().commandLine().getErr().println(FileFaultWording.sentence(e));
      code = ExitCode.PROBLEMS;
    }
    for (Path each : files) {
      try {
        CorpusText text = corpus.add(each);
        out.println(wording.addedText(text.title(), text.name(), text.passages()));
        out.flush();
      } catch (CorpusException e) {
        spec().commandLine().getErr().println(FileFaultWording.sentence(e));
        code = ExitCode.PROBLEMS;
      }
    }
    return code;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes texts of agreements out, and deletes their copies.")
  int remove(
      @Mixin LanguageOption language,
      @Parameters(paramLabel = "ID", arity = "1..*", description = "As the list has them.")
          List<String> ids)
      throws Exception {
    return language.run(
        () -> {
          PrintWriter out = spec().commandLine().getOut();
          for (String each : ids) {
            try {
              CorpusText text = Corpus.of(shelf).remove(each);
              out.println(PrecedentWording.current().removedText(text.title()));
            } catch (CorpusException e) {
              spec().commandLine().getErr().println(FileFaultWording.sentence(e));
              return ExitCode.PROBLEMS;
            }
          }
          return ExitCode.OK;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists the editions that are known: rows, licence, where each is had.",
        "After them the texts of agreements at hand."
      })
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
    answer.problems().forEach(spec().commandLine().getErr()::println);
    PrecedentWording wording = PrecedentWording.current();
    for (CorpusText each : answer.texts()) {
      out.println(
          each.id() + "  " + wording.listedText(each.title(), each.name(), each.passages()));
    }
  }
}

package org.parley.cli.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.CaseDay;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.document.NoSuchTextException;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.WordFile;
import org.parley.exchange.document.WrittenText;
import org.parley.model.cases.CaseView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley export-text CASE [INSTRUMENT]`: the whole text of an instrument as a file.
@Command(
    name = "export-text",
    mixinStandardHelpOptions = true,
    description =
        "Writes the whole text of an instrument: as a Word document, with tracked changes since"
            + " another version if one is named.",
    footerHeading =
        "%nExit code 0: done. 1: the case has problems. 66: no such folder. 73: the file cannot be"
            + " written.%n%n",
    footer = {
      "Examples:",
      "  parley export-text my-case treaty --out treaty.docx",
      "  parley export-text my-case treaty --version 4 --against 3 --out changes.docx"
    })
public final class ExportTextCommand implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = "The id of the instrument. Default: the first that has a text.")
  private @Nullable String instrument;

  @Option(
      names = "--version",
      paramLabel = "NAME",
      description = "The version of the text. Default: the latest.")
  private @Nullable String version;

  @Option(
      names = "--against",
      paramLabel = "NAME",
      description = "Track the changes since this version.")
  private @Nullable String against;

  @Option(
      names = "--text-language",
      paramLabel = "TAG",
      description = "The language of the text. Default: its first.")
  private @Nullable String textLanguage;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Write here: FILE.docx. An existing file is kept.")
  private Path out = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".docx")) {
      throw new ParameterException(
          line, "--out " + out + " does not end in .docx. Maybe " + out + ".docx");
    }
    Optional<CaseView> view = argument.view(line);
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return write(line, text(line, view.get()));
  }

  private WrittenText text(CommandLine line, CaseView view) {
    try {
      return new TextChoice(instrument, version, against, textLanguage)
          .in(view, CaseDay.shown(view));
    } catch (NoSuchTextException e) {
      String what =
          switch (e.missing()) {
            case INSTRUMENT -> "instrument with a text";
            case VERSION -> "version of its text";
            case LANGUAGE -> "language of this version";
          };
      throw new ParameterException(
          line,
          "there is no "
              + what
              + (e.value().isEmpty() ? "" : " called \"" + e.value() + "\"")
              + (e.known().isEmpty()
                  ? ". Maybe take one in first: parley import text"
                  : ". Maybe " + String.join(" or ", e.known())),
          e);
    }
  }

  private int write(CommandLine line, WrittenText text) throws IOException {
    try {
      Files.write(out, WordFile.write(text), StandardOpenOption.CREATE_NEW);
      line.getOut().println(out);
      return ExitCode.OK;
    } catch (FileAlreadyExistsException _) {
      line.getErr()
          .println("Writing the text: \"" + out + "\" is there already. Maybe use another name.");
    } catch (FileSystemException e) {
      line.getErr()
          .println(
              "Writing the text: \""
                  + out
                  + "\" cannot be written ("
                  + e.getReason()
                  + "). Maybe the folder is missing.");
    }
    return ExitCode.CANNOT_WRITE;
  }
}

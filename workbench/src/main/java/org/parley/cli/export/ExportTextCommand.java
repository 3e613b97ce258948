package org.parley.cli.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.CaseDay;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.document.AknFile;
import org.parley.exchange.document.NoSuchTextException;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.TextPageFile;
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
    description =
        "Writes the whole text of an instrument as Word, PDF, HTML or Akoma Ntoso. If another version"
            + " is named, the changes since it are tracked in Word and shown in PDF and HTML.",
    footerHeading =
        "%nExit code 0: done. 1: the case has problems. 66: no such folder. 73: the file cannot be"
            + " written.%n%n",
    footer = {
      "Examples:",
      "  parley export-text my-case treaty --out treaty.docx",
      "  parley export-text my-case treaty --version 4 --against 3 --out changes.docx",
      "  parley export-text my-case treaty --text-language fr --out traite.xml"
    })
public final class ExportTextCommand implements Callable<Integer> {

  /// Prints pages.
  public interface PagePrinter {
    byte[] pdf(String page) throws IOException;
  }

  private static final List<String> ENDINGS = List.of(".docx", ".pdf", ".html", ".xml");

  private final PagePrinter printer;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // the mixin of help has a --version of its own
  private boolean isHelp;

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
      description = "Show the changes since this version.")
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
      description = "Write here: FILE.docx, .pdf, .html or .xml (Akoma Ntoso). A file is kept.")
  private Path out = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  public ExportTextCommand(PagePrinter printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::export);
  }

  private Integer export() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    String ending = ending();
    if (!ENDINGS.contains(ending)) {
      throw new ParameterException(
          line,
          "--out "
              + out
              + " ends in none of "
              + String.join(", ", ENDINGS)
              + ". Maybe "
              + out
              + ".docx");
    }
    Optional<CaseView> view = argument.view(line);
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return write(line, content(ending, text(line, view.get())));
  }

  private String ending() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  private byte[] content(String ending, WrittenText text) throws IOException {
    return switch (ending) {
      case ".pdf" -> printer.pdf(TextPageFile.forPrint(text));
      case ".html" -> TextPageFile.write(text).getBytes(StandardCharsets.UTF_8);
      case ".xml" -> AknFile.write(text).getBytes(StandardCharsets.UTF_8);
      default -> WordFile.write(text);
    };
  }

  private WrittenText text(CommandLine line, CaseView view) {
    try {
      return new TextChoice(instrument, version, against, textLanguage)
          .in(view, CaseDay.shown(view));
    } catch (NoSuchTextException e) {
      throw refused(line, e);
    }
  }

  /// Names the missing instrument, version or language, and those on record.
  static ParameterException refused(CommandLine line, NoSuchTextException e) {
    String what =
        switch (e.missing()) {
          case INSTRUMENT -> "instrument with a text";
          case VERSION -> "version of its text";
          case LANGUAGE -> "language of this version";
        };
    return new ParameterException(
        line,
        "there is no "
            + what
            + (e.value().isEmpty() ? "" : " called \"" + e.value() + "\"")
            + (e.known().isEmpty()
                ? ". Maybe take one in first: parley import text"
                : ". Maybe " + String.join(" or ", e.known())),
        e);
  }

  private int write(CommandLine line, byte[] content) throws IOException {
    try {
      Files.write(out, content, StandardOpenOption.CREATE_NEW);
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

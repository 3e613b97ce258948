package org.parley.cli.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.cli.ProblemPrinter;
import org.parley.exchange.agreement.AgreementDepth;
import org.parley.exchange.agreement.AgreementDetails;
import org.parley.exchange.agreement.AgreementFault;
import org.parley.exchange.agreement.AgreementFile;
import org.parley.exchange.agreement.AgreementImport;
import org.parley.exchange.agreement.ImportedAgreement;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.InputFile;
import org.parley.model.InvalidValueException;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Point;
import org.parley.model.text.TextStatus;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley import text CASE FILE`: the text of an agreement as points of a case.
@Command(
    name = "text",
    description =
        "The text of an agreement, DOCX, ODT, PDF, HTML, Akoma Ntoso or plain: prints its provisions as points, each"
            + " doubt beside its line. With --write they go on record. Points that are on record"
            + " by their number get the text as a further version.")
final class TextImport implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // the mixin of help has a --version of its own
  private boolean isHelp;

  @Parameters(index = "1", paramLabel = "FILE", description = "The text.")
  private @Nullable Path file;

  @Option(
      names = "--instrument",
      required = true,
      paramLabel = "NAME",
      description = "Its instrument by id or title. One that is not on record is created.")
  private String instrument = "";

  @Option(
      names = "--kind",
      description =
          "The kind of a new instrument: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private InstrumentKind kind = InstrumentKind.OTHER;

  @Option(
      names = "--version",
      required = true,
      paramLabel = "NAME",
      description = "The name of this version, unique within each point.")
  private String version = "";

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day it was on the table: 2025-12-24.")
  private @Nullable LocalDate date;

  @Option(
      names = "--status",
      description = "Its status: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TextStatus status = TextStatus.ROLLING_TEXT;

  @Option(
      names = "--text-language",
      paramLabel = "TAG",
      description = "The language of the text: en, es.")
  private @Nullable String textLanguage;

  @Option(names = "--source", paramLabel = "ID", description = "A source of it on record.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--points",
      description =
          "Which provisions become points: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."
              + " Those within a point are part of its text.")
  private AgreementDepth depth = AgreementDepth.ARTICLES;

  @Option(names = "--write", description = "Write them to the files of the case.")
  private boolean write;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::read);
  }

  private int read() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    CaseFolder folder = argument.files();
    LoadResult.Loaded loaded;
    switch (folder.load()) {
      case LoadResult.Loaded found -> loaded = found;
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        return ExitCode.PROBLEMS;
      }
    }
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    AgreementFile text;
    try {
      ByteBuffer bytes = InputFile.of(Objects.requireNonNull(file)).bytes();
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      text = AgreementFile.read(all, view);
    } catch (NoSuchFileException missing) {
      line.getErr()
          .println("There is no file \"" + missing.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    } catch (IOException refused) {
      complain(
          line.getErr(),
          new Complaint(new AgreementFault.AgreementNotRead(FileFaultWording.sentence(refused))));
      return ExitCode.PROBLEMS;
    }
    ImportedAgreement read =
        AgreementImport.read(
            text.text(),
            new AgreementImport.AgreementContext(
                view,
                new HashSet<>(References.declared(view.records())),
                "",
                new Visibility.Public()),
            new AgreementDetails(
                instrument,
                kind,
                version,
                Edtf.of(Objects.requireNonNull(date).toString()),
                status,
                textLanguage,
                named(line),
                depth));
    print(line.getOut(), read);
    text.doubts().forEach(each -> line.getOut().println(doubt(each)));
    read.faults().forEach(each -> complain(line.getErr(), each));
    if (!read.faults().isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return write ? write(line, folder, loaded, read) : ExitCode.OK;
  }

  private List<SourceId> named(CommandLine line) {
    try {
      return sources.stream().map(SourceId::new).toList();
    } catch (InvalidValueException e) {
      throw new ParameterException(line, "--source: " + Complaint.of(e).sentence(), e);
    }
  }

  private static void complain(PrintWriter err, Complaint complaint) {
    err.println(complaint.sentence());
  }

  private static String doubt(ImportedAgreement.DoubtAtLine doubt) {
    return Messages.current()
        .text("agreement.doubt", "line", doubt.line(), "doubt", doubt.complaint().sentence());
  }

  private static void print(PrintWriter out, ImportedAgreement read) {
    Messages messages = Messages.current();
    out.println(
        messages.text(
            "agreement.read",
            "points",
            read.lines().size(),
            "fresh",
            read.fresh(),
            "doubts",
            read.doubtful()));
    for (ImportedAgreement.Line each : read.lines()) {
      String indent = "  ".repeat(each.depth() + 1);
      out.println(
          indent
              + each.point().number()
              + "  "
              + each.point().title().text()
              + (each.isNew() ? "" : "  (" + messages.text("agreement.known") + ")"));
      each.doubts().forEach(doubt -> out.println(indent + "  " + doubt(doubt)));
    }
    if (!read.missing().isEmpty()) {
      out.println(
          messages.text(
              "agreement.missing",
              "points",
              String.join(", ", read.missing().stream().map(Point::number).toList())));
    }
  }

  private static int write(
      CommandLine line, CaseFolder folder, LoadResult.Loaded loaded, ImportedAgreement read)
      throws IOException {
    return switch (folder.edit(loaded, read.edits())) {
      case EditResult.Saved(LoadResult.Loaded _, List<String> files) -> {
        line.getErr()
            .println(
                Messages.current()
                    .text(
                        "agreement.written",
                        "records",
                        read.edits().size(),
                        "files",
                        String.join(", ", files)));
        yield ExitCode.OK;
      }
      case EditResult.Refused(List<CaseProblem> problems) -> {
        problems.forEach(each -> line.getErr().println(each.place() + ": " + each.sentence()));
        yield ExitCode.PROBLEMS;
      }
    };
  }
}

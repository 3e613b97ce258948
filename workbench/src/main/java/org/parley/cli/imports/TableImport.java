package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayOrderConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.cli.ProblemPrinter;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableColumn;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.records.TableRead;
import org.parley.exchange.records.TableReading;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.reading.dates.SaidDate;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley import table CASE FILE`: the rows of a table as records of one kind.
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description =
        "A table of records of one kind, XLSX, ODS, CSV or Parquet: prints them, for a file of the case, or writes"
            + " them. Columns are recognised by their headings, in English, French, German, Spanish,"
            + " Portuguese, Russian, Ukrainian and Arabic. Rows with the id of a record on record"
            + " change it.")
final class TableImport implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(index = "1", paramLabel = "FILE", description = "The table.")
  private @Nullable Path file;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description =
          "What is in it: parties, points, positions, sources, steps, demands, incidents or"
              + " log-entries.")
  private String kind = "";

  @Option(
      names = "--column",
      paramLabel = "HEADING=COLUMN",
      description =
          "What a column is: title, options.title, none and so on; may be given several times.")
  private Map<String, String> meanings = new LinkedHashMap<>();

  @Option(
      names = "--days",
      paramLabel = "ORDER",
      converter = DayOrderConverter.class,
      description = "The order in dates such as 03/04/2025: day-first or month-first.")
  private DayOrder days = DayOrder.UNKNOWN;

  @Option(
      names = "--decimals",
      paramLabel = "SIGN",
      description = "The sign before decimals: point or comma.")
  private String decimals = "";

  @Option(
      names = "--write",
      description = "Write the records to the files of the case, all or none.")
  private boolean write;

  @Option(names = "--no-update", description = "Leave records on record as they are.")
  private boolean leaves;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::read);
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private int read() throws IOException {
    TableKind wanted =
        TableKind.find(kind)
            .orElseThrow(
                () ->
                    new ParameterException(
                        line(),
                        "\""
                            + kind
                            + "\" is no kind of table. Maybe one of: "
                            + String.join(", ", TableKind.words())));
    CaseFolder folder = argument.files();
    return switch (folder.load()) {
      case LoadResult.Loaded loaded -> read(folder, loaded, wanted);
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line()).print(rejected, line().getErr());
        yield ExitCode.PROBLEMS;
      }
    };
  }

  private int read(CaseFolder folder, LoadResult.Loaded loaded, TableKind wanted)
      throws IOException {
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    return SheetFile.read(
        line(),
        Objects.requireNonNull(file),
        Headings.choice(wanted, view),
        sheet -> read(folder, loaded, view, wanted, Headings.joined(wanted, sheet, view)));
  }

  private int read(
      CaseFolder folder, LoadResult.Loaded loaded, CaseView view, TableKind wanted, Sheet sheet)
      throws IOException {
    List<String> columns = columns(wanted, sheet, view);
    if (!SheetFile.tellLeftOut(
        line(),
        Objects.requireNonNull(file),
        sheet,
        each -> columns.get(each).isEmpty(),
        meanings.keySet())) {
      return ExitCode.PROBLEMS;
    }
    TableRead read =
        TableReading.read(
            wanted,
            sheet,
            columns,
            new TableReading.TableContext(
                view,
                new HashSet<>(References.declared(view.records())),
                "",
                new Visibility.Public(),
                Language.current().tag(),
                new LocalForms(days, LocalForms.DecimalSign.of(decimals)),
                SaidDate::of));
    read.faults().forEach(each -> line().getErr().println(fault(sheet, each)));
    if (!read.faults().isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    if (write) {
      return write(folder, loaded, read);
    }
    line().getOut().print(text(wanted, read));
    return ExitCode.OK;
  }

  private List<String> columns(TableKind wanted, Sheet sheet, CaseView view) {
    List<String> columns = new ArrayList<>(Headings.recognised(wanted, sheet, view));
    List<String> allowed = Headings.columns(wanted, view);
    meanings.forEach(
        (heading, column) -> {
          int at = SheetFile.column(line(), sheet, heading);
          if (!column.equals("none") && !allowed.contains(column)) {
            throw new ParameterException(
                line(),
                "\""
                    + column
                    + "\" is no column of "
                    + wanted.word()
                    + ". Maybe one of: "
                    + String.join(", ", allowed));
          }
          columns.set(at, column.equals("none") ? "" : column);
        });
    return columns;
  }

  private String fault(Sheet sheet, TableRead.TableCellFault fault) {
    String where =
        Messages.current()
            .text(
                "table.cell",
                "row",
                sheet.line(fault.row()),
                "column",
                fault.column() >= 0
                    ? sheet.heading().get(fault.column())
                    : new TableColumn(fault.name(), "", false).label(Messages.current()),
                "fault",
                fault.complaint().sentence());
    return file + (sheet.name().isEmpty() ? "" : ", " + sheet.name()) + ": " + where;
  }

  private int write(CaseFolder folder, LoadResult.Loaded loaded, TableRead read)
      throws IOException {
    return switch (folder.edit(loaded, read.edits(!leaves))) {
      case EditResult.Saved(LoadResult.Loaded _, List<String> files) -> {
        line()
            .getErr()
            .println(
                Messages.current()
                    .text(
                        "agreement.written",
                        "records",
                        read.edits(!leaves).size(),
                        "files",
                        String.join(", ", files)));
        yield ExitCode.OK;
      }
      case EditResult.Refused(List<CaseProblem> problems) -> {
        problems.forEach(each -> line().getErr().println(each.place() + ": " + each.sentence()));
        yield ExitCode.PROBLEMS;
      }
    };
  }

  /// The records, as a file of a case has them.
  private String text(TableKind wanted, TableRead read) {
    StringBuilder text = new StringBuilder();
    List<CaseRecord> records = new ArrayList<>(read.added());
    if (!leaves) {
      read.changed().forEach(each -> records.add(each.record()));
    }
    if (records.isEmpty()) {
      return "";
    }
    text.append(wanted.key()).append(":\n");
    records.forEach(each -> text.append(CaseWriter.text(each)));
    return text.append('\n').toString();
  }
}

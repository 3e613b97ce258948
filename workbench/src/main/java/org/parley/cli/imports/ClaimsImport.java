package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayOrderConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.exchange.sheet.ClaimSheet;
import org.parley.exchange.sheet.ClaimSheet.CellFault;
import org.parley.exchange.sheet.ClaimSheet.ClaimsRead;
import org.parley.exchange.sheet.ClaimSheet.MissingRecord;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.CaseRecord;
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

/// `parley import claims CASE FILE`: the rows of a spreadsheet as claims of a case.
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description =
        "A spreadsheet of claims, XLSX, ODS, CSV or Parquet: prints its rows as claims, for a file of the case."
            + " Columns are recognised by their headings, in English, French, German, Spanish,"
            + " Portuguese, Russian, Ukrainian and Arabic. Cells name parties, points and sources by"
            + " id, name, title, number or address.")
final class ClaimsImport implements Callable<Integer> {

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(index = "1", paramLabel = "FILE", description = "The spreadsheet.")
  private @Nullable Path file;

  @Option(
      names = "--column",
      paramLabel = "HEADING=MEANING",
      description =
          "What a column is: speaker, party, said, quote, about, asserts, source-title, none and so"
              + " on; may be given several times.")
  private Map<String, String> meanings = new LinkedHashMap<>();

  @Option(
      names = "--days",
      paramLabel = "ORDER",
      converter = DayOrderConverter.class,
      description = "The order in dates such as 03/04/2025: day-first or month-first.")
  private DayOrder days = DayOrder.UNKNOWN;

  @Option(
      names = "--create",
      description = "Print parties, points and sources too that cells name and the case lacks.")
  private boolean create;

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
    Optional<CaseView> found = argument.view(line());
    if (found.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    CaseView view = found.get();
    return SheetFile.read(
        line(),
        Objects.requireNonNull(file),
        ClaimColumn.CHOICE,
        sheet -> read(view, ClaimColumn.joined(sheet)));
  }

  private int read(CaseView view, Sheet sheet) {
    List<ClaimColumn> columns = columns(sheet);
    if (!SheetFile.tellLeftOut(
        line(),
        Objects.requireNonNull(file),
        sheet,
        each -> columns.get(each) == ClaimColumn.NONE,
        meanings.keySet())) {
      return ExitCode.PROBLEMS;
    }
    ClaimsRead read =
        ClaimSheet.read(
            sheet,
            columns,
            new ClaimSheet.SheetContext(
                view,
                References.declared(view.records()),
                "",
                new Visibility.Public(),
                Language.current().tag(),
                new LocalForms(days, LocalForms.DecimalSign.UNKNOWN),
                _ -> true,
                SaidDate::of),
            _ -> create);
    for (CellFault each : read.faults()) {
      line().getErr().println(fault(sheet, each));
    }
    for (MissingRecord each : read.missing()) {
      if (each.isMade()) {
        line()
            .getErr()
            .println(
                Messages.current().text("sheet.created", "kind", each.kind(), "name", each.name()));
      }
    }
    if (!read.faults().isEmpty()) {
      tellMissing(read.missing().stream().filter(each -> !each.isMade()).toList());
      return ExitCode.PROBLEMS;
    }
    line().getOut().print(text(read.records()));
    return ExitCode.OK;
  }

  private void tellMissing(List<MissingRecord> missing) {
    if (!missing.isEmpty()) {
      line()
          .getErr()
          .println(
              Messages.current()
                  .text(
                      "sheet.create",
                      "count",
                      missing.size(),
                      "names",
                      String.join(", ", missing.stream().map(MissingRecord::name).toList())));
    }
  }

  private List<ClaimColumn> columns(Sheet sheet) {
    List<ClaimColumn> columns = new ArrayList<>(ClaimColumn.recognised(sheet));
    meanings.forEach(
        (heading, meaning) -> {
          int at = SheetFile.column(line(), sheet, heading);
          ClaimColumn column = ClaimColumn.of(meaning.toLowerCase(Locale.ROOT));
          if (column == ClaimColumn.NONE && !meaning.equals("none")) {
            throw new ParameterException(
                line(),
                "\""
                    + meaning
                    + "\" is no meaning of a column. Maybe one of: "
                    + String.join(
                        ", ",
                        List.of(ClaimColumn.values()).stream().map(ClaimColumn::word).toList()));
          }
          columns.set(at, column);
        });
    return columns;
  }

  private static String fault(Sheet sheet, CellFault each) {
    String column =
        each.column() >= 0
            ? sheet.heading().get(each.column())
            : each.key().isEmpty() ? "" : Messages.current().text("sheet.column." + each.key());
    return Messages.current()
        .text(
            "sheet.cell",
            "row",
            sheet.line(each.row()),
            "column",
            column,
            "fault",
            each.complaint().sentence());
  }

  /// The records by kind, as a file of a case has them.
  private static String text(List<CaseRecord> records) {
    Map<String, StringBuilder> kinds = new LinkedHashMap<>();
    for (CaseRecord each : records) {
      kinds
          .computeIfAbsent(CaseWriter.keyOf(each), _ -> new StringBuilder())
          .append(CaseWriter.text(each));
    }
    StringBuilder text = new StringBuilder();
    kinds.forEach((kind, items) -> text.append(kind).append(":\n").append(items).append('\n'));
    return text.toString();
  }
}

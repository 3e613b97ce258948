package org.parley.cli.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.board.Board;
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.exchange.coding.ImplementationGrades;
import org.parley.exchange.coding.PloverEvents;
import org.parley.exchange.coding.TopicCodes;
import org.parley.exchange.places.GeoJsonWriter;
import org.parley.exchange.provenance.ProvJson;
import org.parley.exchange.tables.CaseTable;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `parley export CASE WHAT`: claims, items with their decisions, forecasts, acts, or bodies, as a
/// table; places as GeoJSON.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Prints the claims of a case, its items with decisions, its forecasts, its acts, or who sits"
            + " in its bodies, as a table; its places as GeoJSON; on what its findings rest, as PROV-JSON;"
            + " its points, implementation and events in the codes of PA-X, PAM and PLOVER.",
    footerHeading = "%nExit code 0: done. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley export my-case claims > claims.csv",
      "  parley export my-case places > places.geojson",
      "  parley export my-case prov > prov.json",
      "  parley export my-case grades > grades.csv",
      "  parley export my-case plover > events.jsonl",
      "  parley export my-case items --json | jq '.[] | select(.decision == \"rejected\")'"
    })
public final class ExportCommand implements Callable<Integer> {

  /// The parts of a case that are exported.
  enum Content {
    CLAIMS,
    ITEMS,
    FORECASTS,
    ACTS,
    BODIES,
    PLACES,
    PROV,
    CODES,
    GRADES,
    PLOVER
  }

  /// Parses the content argument.
  static final class ContentConverter implements ITypeConverter<Content> {
    @Override
    public Content convert(String value) {
      for (Content each : Content.values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
          return each;
        }
      }
      throw new TypeConversionException(
          "there is nothing called \""
              + value
              + "\". Maybe claims, items, forecasts, acts, bodies, places, prov, codes, grades or"
              + " plover");
    }
  }

  @Mixin private final CaseArgument argument = new CaseArgument();

  @Parameters(
      index = "1",
      paramLabel = "WHAT",
      converter = ContentConverter.class,
      description =
          "claims; items: what came in, with decisions and reasons; forecasts; acts: what happened;"
              + " bodies: mandates, and who sits when; places: as GeoJSON; prov: the chain from source to"
              + " headline, as PROV-JSON; codes: PA-X topics of points; grades: implementation by"
              + " year, as in the Peace Accords Matrix; plover: events of PLOVER, as JSON Lines.")
  private Content content = Content.CLAIMS;

  @Option(names = "--json", description = "Print tables as JSON; default: CSV by RFC 4180.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    Optional<CaseView> view = argument.view(spec.commandLine());
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    PrintWriter out = spec.commandLine().getOut();
    CaseTable table =
        switch (content) {
          case CLAIMS -> CaseTable.of(view.get(), CaseTable.Content.CLAIMS);
          case ITEMS -> CaseTable.of(view.get(), CaseTable.Content.ITEMS);
          case FORECASTS -> CaseTable.of(view.get(), CaseTable.Content.FORECASTS);
          case ACTS -> CaseTable.of(view.get(), CaseTable.Content.ACTS);
          case BODIES -> CaseTable.of(view.get(), CaseTable.Content.BODIES);
          case CODES -> TopicCodes.of(view.get());
          case GRADES -> ImplementationGrades.of(view.get(), last(view.get()));
          case PLACES, PROV, PLOVER -> null;
        };
    if (content == Content.PROV) {
      out.print(ProvJson.write(Board.of(view.get(), AsOf.of(last(view.get())))));
    } else if (content == Content.PLOVER) {
      out.print(PloverEvents.write(view.get()));
    } else if (table == null) {
      out.print(GeoJsonWriter.write(view.get()));
    } else if (json) {
      out.println(table.toJson());
    } else {
      StringBuilder csv = new StringBuilder();
      table.toCsv(csv);
      out.print(csv);
    }
    return ExitCode.OK;
  }

  private static LocalDate last(CaseView view) {
    return Board.lastDay(view, Acts.of(view), LocalDate.EPOCH);
  }
}

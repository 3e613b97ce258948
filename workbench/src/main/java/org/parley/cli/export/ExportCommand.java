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
            + " in its bodies, as a table; its places as GeoJSON; on what its findings rest, as PROV-JSON.",
    footerHeading = "%nExit code 0: done. 1: the case has problems. 66: no such folder.%n%n",
    footer = {
      "Examples:",
      "  parley export my-case claims > claims.csv",
      "  parley export my-case places > places.geojson",
      "  parley export my-case prov > prov.json",
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
    PROV
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
              + "\". Maybe claims, items, forecasts, acts, bodies, places or prov");
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
              + " headline, as PROV-JSON.")
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
          case PLACES, PROV -> null;
        };
    if (content == Content.PROV) {
      LocalDate last = Board.lastDay(view.get(), Acts.of(view.get()), LocalDate.EPOCH);
      out.print(ProvJson.write(Board.of(view.get(), AsOf.of(last))));
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
}

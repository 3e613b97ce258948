package org.parley.cli.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.bargaining.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parley import FORMAT FILES`: reads files of another tool, summarises them, and writes them as a
/// case.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FORMAT",
    subcommands = {
      ProjectImport.class,
      GeoJsonImport.class,
      ClaimsImport.class,
      TableImport.class,
      TextImport.class
    },
    description = "Reads files of other tools, says what they hold, and writes them as a case.",
    footerHeading =
        "%nExit code 0: they could be read. 1: a file is wrong, and which line. 66: no such file.%n%n",
    footer = {
      "Examples:",
      "  parley import genius domain.xml England.xml Zimbabwe.xml",
      "  parley import negolog profileA.json profileB.json --to my-case",
      "  parley import ms-project plan.xml > my-case/sequence.yaml",
      "  parley import geojson zones.geojson > my-case/places.yaml",
      "  parley import claims my-case claims.xlsx --create > my-case/imported.yaml",
      "  parley import table my-case points.xlsx --kind points --write",
      "  parley import text my-case accord.docx --instrument Accord --version 1 --date 2025-12-24",
      "  parley import genius --help"
    })
public final class ImportCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Which format? One of genius, geniusweb, negolog, scores, ms-project, geojson, claims, table and text.");
    }
  }

  @Command(
      name = "genius",
      mixinStandardHelpOptions = true,
      description = "XML of GENIUS 10.4: the domain, and the profile of each party.")
  int genius(@Mixin BargainingImport files) throws IOException {
    return read(Format.GENIUS, files);
  }

  @Command(
      name = "geniusweb",
      mixinStandardHelpOptions = true,
      description = "JSON of GeniusWeb: the profile of each party, without the domain file.")
  int geniusweb(@Mixin BargainingImport files) throws IOException {
    return read(Format.GENIUSWEB, files);
  }

  @Command(
      name = "negolog",
      mixinStandardHelpOptions = true,
      description = "JSON of NegoLog: the profile of each party.")
  int negolog(@Mixin BargainingImport files) throws IOException {
    return read(Format.NEGOLOG, files);
  }

  @Command(
      name = "scores",
      mixinStandardHelpOptions = true,
      description =
          "Score sheets: one file a party, a line of scores an issue, the least acceptable last.")
  int scores(@Mixin BargainingImport files) throws IOException {
    return read(Format.SCORES, files);
  }

  private int read(Format format, BargainingImport files) throws IOException {
    return spec == null ? ExitCode.USAGE : files.run(format, spec.commandLine());
  }
}

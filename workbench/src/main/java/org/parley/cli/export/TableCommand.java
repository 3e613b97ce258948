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
import org.parley.cli.CaseArgument;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.tables.TableFormat;
import org.parley.model.cases.CaseView;
import org.parley.wording.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `parley table CASE PAGE TABLE`: a table of a page, as the page shows it.
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a table of a page as CSV, Excel workbook, JSON Lines or Parquet, as the page shows it to a"
          + " mediator.",
      "Without TABLE, it prints the names of the tables of the page."
    },
    footerHeading =
        "%nExit code 0: it was written. 1: the case has problems, or no such page or table. 66: no such"
            + " folder. 73: the file is there already, or cannot be written.%n%n",
    footer = {
      "Examples:",
      "  parley table my-case board                   the names of its tables",
      "  parley table my-case board matrix            CSV to the standard output",
      "  parley table my-case board matrix --out matrix.xlsx",
      "  parley table my-case '/sources?q=reuters' sources --format jsonl",
      "  parley table my-case '/timeline?asOf=2025-12-28' stock --lang fr --out stock.csv"
    })
public final class TableCommand implements Callable<Integer> {

  /// The pages of a case.
  public interface PageSource {

    /// The names of the tables of a page.
    ///
    /// @param address the address of the page in a browser, without its host
    /// @param language the tag of the language of the page
    /// @throws NoSuchTable if there is no such page
    List<String> tables(CaseView view, String address, String language) throws IOException;

    /// A table of a page, as a file.
    ///
    /// @throws NoSuchTable if there is no such page or table
    byte[] table(CaseView view, String address, String table, TableFormat format, String language)
        throws IOException;
  }

  /// A page or table that is not there, in words with advice.
  public static final class NoSuchTable extends IOException {
    private static final long serialVersionUID = 1;

    public NoSuchTable(String message) {
      super(message);
    }
  }

  /// Parses the name of a format.
  static final class FormatConverter implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String value) {
      return TableFormat.find(value.toLowerCase(Locale.ROOT))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\""
                          + value
                          + "\" is no format. Maybe "
                          + String.join(", ", TableFormat.words())));
    }
  }

  private final PageSource pages;

  @Mixin private final CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1",
      paramLabel = "PAGE",
      description = "board, or the address of a page in a browser, without its host.")
  private String page = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "TABLE",
      description = "The name of a table of the page.")
  private @Nullable String table;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "csv, xlsx, jsonl or parquet. Default: by the ending of --out, else csv.")
  private @Nullable TableFormat format;

  @Option(names = "--out", paramLabel = "FILE", description = "Write here.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  /// A command that takes tables from `pages`.
  public TableCommand(PageSource pages) {
    this.pages = pages;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::write);
  }

  private Integer write() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    CommandLine line = spec.commandLine();
    TableFormat wanted = wanted(line);
    Optional<CaseView> view = argument.view(line);
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    String tag = Language.current().tag();
    try {
      if (table == null) {
        pages.tables(view.get(), address(), tag).forEach(line.getOut()::println);
        return ExitCode.OK;
      }
      return write(line, pages.table(view.get(), address(), table, wanted, tag));
    } catch (NoSuchTable e) {
      line.getErr().println("Reading a table of a page: " + e.getMessage());
      return ExitCode.PROBLEMS;
    }
  }

  /// The address of the page: "board" and "/" are the same.
  private String address() {
    String path = page.startsWith("/") ? page.substring(1) : page;
    return "/" + (path.equals("board") ? "" : path);
  }

  private TableFormat wanted(CommandLine line) {
    TableFormat chosen =
        format != null
            ? format
            : out == null ? TableFormat.CSV : TableFormat.find(ending(out)).orElse(TableFormat.CSV);
    if (chosen.isBinary() && out == null && table != null) {
      throw new ParameterException(
          line, chosen + " needs a file. Maybe --out " + table + "." + chosen.word());
    }
    return chosen;
  }

  private static String ending(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private int write(CommandLine line, byte[] content) {
    Path file = out;
    if (file == null) {
      line.getOut().print(new String(content, StandardCharsets.UTF_8));
      return ExitCode.OK;
    }
    try {
      Files.write(
          file,
          content,
          force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
      return ExitCode.OK;
    } catch (FileAlreadyExistsException e) {
      return cannotWrite(line, file, "is there already. Maybe use another name, or --force.");
    } catch (FileSystemException e) {
      return cannotWrite(line, file, "cannot be written. Maybe choose another folder.");
    } catch (IOException e) {
      return cannotWrite(line, file, "could not be written. Maybe the disk is full.");
    }
  }

  private static int cannotWrite(CommandLine line, Path file, String why) {
    line.getErr().println("Writing a table: \"" + file + "\" " + why);
    return ExitCode.CANNOT_WRITE;
  }
}

package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The `parley` command: runs one of its subcommands and answers with an exit code.
public final class Cli {

  /// The root command: the output of `parley --help`.
  @Command(
      name = "parley",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Records, understands and watches a multi-party settlement.",
      synopsisSubcommandLabel = "COMMAND",
      footerHeading = "%nExit codes:%n",
      footer = {
        "  0   all is well",
        "  1   the case has problems",
        "  2   usage error",
        "  65  lines of the data were set aside",
        "  66  there is no such folder",
        "  69  a required resource is unavailable (for example, the port is taken)",
        "  70  internal error; PARLEY_DEBUG=1 prints the stack trace",
        "",
        "Examples:",
        "  parley open examples/ukraine-2025     the case in the browser",
        "  parley check examples/ukraine-2025    is this a case?",
        "  parley COMMAND --help                 what a command does, with examples",
        "  source <(parley completion)           completion in bash and zsh"
      })
  static final class Root {}

  /// The version, as the build recorded it.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {"parley " + (version == null ? "0.1.0-SNAPSHOT" : version)};
    }
  }

  private final List<Object> commands;
  private final List<String> whenNoneIsGiven;
  private final boolean debug;
  private final Map<String, String> environment;
  private @Nullable Writers writers;

  private record Writers(PrintWriter out, PrintWriter err) {}

  /// The command line over these commands, plus the generator of completion scripts.
  ///
  /// @param commands objects annotated with `@Command`
  /// @param whenNoneIsGiven the default arguments
  /// @param environment the environment; `PARLEY_DEBUG` enables stack traces of internal errors
  public Cli(List<?> commands, List<String> whenNoneIsGiven, Map<String, String> environment) {
    this.commands = new ArrayList<>(commands);
    this.commands.add(new CompletionCommand(() -> line(this.commands)));
    this.whenNoneIsGiven = List.copyOf(whenNoneIsGiven);
    this.environment = Map.copyOf(environment);
    this.debug = environment.containsKey("PARLEY_DEBUG");
  }

  /// Uses these writers, without colours: for tests and for callers that capture the output.
  public Cli printingTo(PrintWriter out, PrintWriter err) {
    writers = new Writers(out, err);
    return this;
  }

  /// Runs a command; answers with its exit code.
  public int run(String... arguments) {
    String[] given =
        arguments.length == 0 ? whenNoneIsGiven.toArray(String[]::new) : arguments.clone();
    List<Object> asked = asked(given);
    CommandLine line = line(asked);
    try {
      return line.execute(configured(given, asked, line));
    } catch (ConfiguredArguments.BadConfiguration e) {
      e.faults().forEach(line.getErr()::println);
      return ExitCode.USAGE;
    } catch (IOException e) {
      return failed(e, line);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return broken(line, e);
    } finally {
      line.getOut().flush();
      line.getErr().flush();
    }
  }

  /// The arguments of a command that takes a configuration, with what that says.
  private String[] configured(String[] given, List<Object> asked, CommandLine line)
      throws IOException, ConfiguredArguments.BadConfiguration {
    if (asked.size() != 1 || given.length == 0) {
      return given;
    }
    CommandSpec command = command(line, name(asked.getFirst()));
    return command.findOption(ConfigOption.NAME) == null
        ? given
        : new ConfiguredArguments(environment, this::configurable).of(given, command);
  }

  /// The command whose options are the settings of a configuration.
  private CommandSpec configurable() {
    List<Object> server = commands.stream().filter(each -> name(each).equals("serve")).toList();
    return command(line(server), "serve");
  }

  private static CommandSpec command(CommandLine line, String name) {
    return Objects.requireNonNull(line.getSubcommands().get(name)).getCommandSpec();
  }

  /// The requested command alone, since building the model of all takes long at a start; all if it
  /// is unknown.
  private List<Object> asked(String[] given) {
    List<Object> asked =
        commands.stream().filter(each -> given.length > 0 && name(each).equals(given[0])).toList();
    return asked.isEmpty() ? commands : asked;
  }

  private static String name(Object command) {
    Command described = command.getClass().getAnnotation(Command.class);
    return described == null ? "" : described.name();
  }

  private CommandLine line(List<Object> commands) {
    CommandLine line = new CommandLine(new Root());
    commands.forEach(line::addSubcommand);
    // All subcommands share one writer: separate ones would lose buffered output at the end.
    line.setOut(writers == null ? line.getOut() : writers.out);
    line.setErr(writers == null ? line.getErr() : writers.err);
    line.setExecutionStrategy(new CommandLine.RunLast());
    line.setUsageHelpAutoWidth(writers == null);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Cli::misunderstood);
    line.setExecutionExceptionHandler(this::failed);
    if (writers != null) {
      line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }
    return line;
  }

  private static int misunderstood(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        command
            .getColorScheme()
            .errorText(DatabaseAddress.masked(String.valueOf(problem.getMessage()))));
    List<String> near =
        problem instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    err.println(
        near.isEmpty()
            ? "Maybe see: " + command.getCommandSpec().qualifiedName() + " --help"
            : "Maybe you meant " + String.join(", or ", near));
    return ExitCode.USAGE;
  }

  private int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    return failed(problem, command);
  }

  private int failed(Exception problem, CommandLine command) {
    if (problem instanceof FileSystemException file) {
      command.getErr().println(describe(file));
      return ExitCode.NO_INPUT;
    }
    if (problem instanceof JournalUnavailableException unavailable) {
      command.getErr().println("Opening the journal: " + unavailable.getMessage() + ".");
      return unavailable.isAbsent() ? ExitCode.NO_INPUT : ExitCode.UNAVAILABLE;
    }
    if (problem instanceof JournalWriteException || problem instanceof JournalAwayException) {
      command.getErr().println(problem.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    if (problem instanceof BadFileException) {
      command.getErr().println(FileFaultWording.sentence(problem));
      return ExitCode.PROBLEMS;
    }
    return broken(command, problem);
  }

  private static String describe(FileSystemException problem) {
    String file = String.valueOf(problem.getFile());
    return switch (problem) {
      case NoSuchFileException _ -> "There is no folder \"" + file + "\". Maybe check the path.";
      case NotDirectoryException _ ->
          "\"" + file + "\" is a file, and a case is a folder. Maybe name the folder it is in.";
      case AccessDeniedException _ ->
          "\"" + file + "\" may not be read. Maybe check who may read it.";
      default ->
          "\"" + file + "\" cannot be used: " + problem.getReason() + ". Maybe check the path.";
    };
  }

  private int broken(CommandLine command, @Nullable Throwable problem) {
    PrintWriter err = command.getErr();
    err.println(
        "Something in Parley itself is broken: "
            + DatabaseAddress.masked(String.valueOf(problem))
            + ". Maybe run it again with PARLEY_DEBUG=1 and report what it prints.");
    if (debug && problem != null) {
      problem.printStackTrace(err);
    }
    return ExitCode.INTERNAL;
  }
}

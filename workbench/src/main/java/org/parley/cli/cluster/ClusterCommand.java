package org.parley.cli.cluster;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.job.ClusterLibrary;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley cluster`: jobs on many machines, with Apache Spark.
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "STEP",
    subcommands = SubmitCommand.class,
    description = {
      "Computes jobs with Apache Spark, on this machine or on many.",
      "The answer is that of one process, byte for byte.",
      "Spark's libraries are fetched when this command is first run."
    },
    footerHeading = "%nExit code 69: no cluster, or no libraries.%n%n",
    footer = {
      "Examples:",
      "  parley cluster master --host 10.0.0.1",
      "  parley cluster worker spark://10.0.0.1:7077",
      "  parley cluster submit rehearsal my-case --master spark://10.0.0.1:7077",
      "  parley verify-finding rehearsal.json"
    })
public final class ClusterCommand implements Runnable {

  private static final int MASTER_PORT = 7077;
  private static final int WEB_PORT = 8080;

  private final Supplier<Optional<ClusterLibrary>> library;
  private final ReferenceShelf shelf;

  @Spec private @Nullable CommandSpec spec;

  /// @param library finds the libraries of the cluster; empty if they are not on the class path
  /// @param shelf the copies of collections that validations read
  public ClusterCommand(Supplier<Optional<ClusterLibrary>> library, ReferenceShelf shelf) {
    this.library = library;
    this.shelf = shelf;
  }

  ReferenceShelf shelf() {
    return shelf;
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "Which step? One of master, worker and submit.");
  }

  @Command(
      name = "master",
      mixinStandardHelpOptions = true,
      description = {
        "Serves as the master of a standalone cluster, until it is stopped.",
        "Anybody who reaches its port can run code on the workers.",
        "Keep it in a closed network."
      })
  int master(
      @Option(
              names = "--host",
              paramLabel = "HOST",
              defaultValue = "127.0.0.1",
              description = "The address that workers and jobs use. Default: ${DEFAULT-VALUE}.")
          String host,
      @Option(
              names = "--port",
              paramLabel = "PORT",
              defaultValue = "" + MASTER_PORT,
              description = "Default: ${DEFAULT-VALUE}.")
          int port,
      @Option(
              names = "--web-port",
              paramLabel = "PORT",
              defaultValue = "" + WEB_PORT,
              description = "The port of Spark's status page. Default: ${DEFAULT-VALUE}.")
          int webPort) {
    return with(found -> found.serveMaster(host, port, webPort));
  }

  @Command(
      name = "worker",
      mixinStandardHelpOptions = true,
      description = "Serves as a worker of a standalone cluster, until it is stopped.")
  int worker(
      @Parameters(paramLabel = "MASTER", description = "spark://HOST:PORT of the master.")
          String master,
      @Option(
              names = "--host",
              paramLabel = "HOST",
              defaultValue = "127.0.0.1",
              description = "The address of this machine. Default: ${DEFAULT-VALUE}.")
          String host,
      @Option(
              names = "--cores",
              paramLabel = "N",
              defaultValue = "0",
              description = "The cores that jobs may use. Default: all.")
          int cores,
      @Option(
              names = "--memory",
              paramLabel = "SIZE",
              defaultValue = "2g",
              description = "The memory that jobs may use. Default: ${DEFAULT-VALUE}.")
          String memory,
      @Option(
              names = "--work",
              paramLabel = "FOLDER",
              defaultValue = "cluster-work",
              description = "The folder for files of jobs. Default: ${DEFAULT-VALUE}.")
          String work) {
    int all = cores > 0 ? cores : Runtime.getRuntime().availableProcessors();
    return with(found -> found.serveWorker(master, host, all, memory, work));
  }

  /// An action with the libraries.
  interface Work {
    void run(ClusterLibrary found);
  }

  private int with(Work work) {
    Optional<ClusterLibrary> found = find();
    found.ifPresent(work::run);
    return found.isPresent() ? ExitCode.OK : ExitCode.UNAVAILABLE;
  }

  /// The libraries; if they are missing, says so and returns empty.
  Optional<ClusterLibrary> find() {
    Optional<ClusterLibrary> found = library.get();
    if (found.isEmpty()) {
      Objects.requireNonNull(spec)
          .commandLine()
          .getErr()
          .println(Messages.current().text("jobs.no-library"));
    }
    return found;
  }
}

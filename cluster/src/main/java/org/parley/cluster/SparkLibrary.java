package org.parley.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.sql.SparkSession;
import org.parley.job.ClusterLibrary;
import org.parley.job.JobFailedException;
import org.parley.job.SweepBackend;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveLibrary;
import scala.Option;

/// Apache Spark: a driver in this process, and the daemons of a standalone cluster.
public final class SparkLibrary implements ClusterLibrary, ArchiveLibrary {

  private static final int CONNECT_MILLIS = 5_000;
  private static final String LOOPBACK = "127.0.0.1";
  private static final String JVM =
      "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

  @Override
  public SweepBackend connect(String master, Map<String, String> settings)
      throws JobFailedException {
    check(master);
    return new SparkBackend(new JavaSparkContext(conf(master, settings)));
  }

  @Override
  public ArchiveBackend archive(String master, Map<String, String> settings)
      throws JobFailedException {
    check(master);
    return new SparkArchive(SparkSession.builder().config(conf(master, settings)).getOrCreate());
  }

  private static void check(String master) throws JobFailedException {
    if (master.startsWith("spark://")) {
      reach(master);
    } else if (!master.startsWith("local") && !master.startsWith("k8s://")) {
      throw new JobFailedException(
          "connecting to \"" + master + "\": no address. Maybe spark://HOST:7077 or local[*]",
          null);
    }
  }

  /// Spark itself tries for a minute, and ends the process.
  private static void reach(String master) throws JobFailedException {
    try (Socket socket = new Socket()) {
      URI address = URI.create(master);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
    } catch (IOException | IllegalArgumentException e) {
      throw new JobFailedException(
          "connecting to \""
              + master
              + "\": no master answers there ("
              + e.getMessage()
              + "). Maybe start one: parley cluster master",
          e);
    }
  }

  private static SparkConf conf(String master, Map<String, String> settings) {
    SparkConf conf =
        new SparkConf()
            .setAppName("Parley")
            .setMaster(master)
            .set("spark.ui.enabled", "false")
            // java.sql.Date needs what the JDK does not open
            .set("spark.sql.datetime.java8API.enabled", "true")
            // else it warns of wide tables
            .set("spark.sql.debug.maxToStringFields", "100")
            .set("spark.executor.extraJavaOptions", JVM);
    if (master.contains(LOOPBACK) || master.startsWith("local")) {
      conf.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
    }
    settings.forEach(conf::set);
    return conf;
  }

  @Override
  public void serveMaster(String host, int port, int webPort) {
    RpcEnv served = Master.startRpcEnvAndEndpoint(host, port, webPort, new SparkConf())._1();
    tell("Master at spark://" + host + ":" + served.address().port());
    served.awaitTermination();
  }

  @Override
  public void serveWorker(String master, String host, int cores, String memory, String work) {
    RpcEnv served =
        Worker.startRpcEnvAndEndpoint(
            host,
            0,
            0,
            cores,
            (int) JavaUtils.byteStringAsMb(memory),
            new String[] {master},
            work,
            Option.empty(),
            new SparkConf(),
            Option.empty());
    tell("Worker of " + master);
    served.awaitTermination();
  }

  private static void tell(String line) {
    PrintStream out = System.out;
    out.println(line);
    out.flush();
  }
}

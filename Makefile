# Each target is one Maven line; nothing here does more than Maven does.
PORT ?= 8080

.PHONY: run cluster failover test verify format e2e bench bench-quick replay-real-exam faults fast-start

# The whole service on http://localhost:8080, with its own PostgreSQL in ./data.
run:
	mvn spring-boot:run

# What docker-compose.yml describes, as processes: a database, two processes that take commands, two that answer, HAProxy
# (Debian's package) in front of them at http://localhost:8080, or another PORT. Ctrl-C ends all of it.
cluster:
	mvn -B -q -pl end-to-end-tests -am package -Dmaven.test.skip=true
	@exec "$$(.ci/find-jdk)/bin/java" -cp "end-to-end-tests/target/classes:end-to-end-tests/target/lib/*" \
	    org.examledger.endtoend.cluster.ClusterMain $(PORT)

# The primary of two PostgreSQLs loses its power while exams are taken; wants Debian's patroni, etcd-server, postgresql and
# haproxy, and some minutes. See docs/operations.md.
failover:
	mvn -B -pl end-to-end-tests -am verify -Dtest=NoUnitTests -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FailoverRehearsal -Dfailsafe.failIfNoSpecifiedTests=false

# Unit tests of every module, without starting the service as a process.
test:
	mvn -B test

# Everything: what a merge has to pass.
verify:
	mvn -B verify

# The formatter needs a newer JVM than Maven may have by default.
format:
	JAVA_HOME="$$(.ci/find-jdk)" mvn -B -q spotless:apply

# Only what runs against real processes.
e2e:
	mvn -B -pl end-to-end-tests -am verify -Dtest=NoUnitTests -Dsurefire.failIfNoSpecifiedTests=false

# Every measure against every baseline, about 15 minutes; wants a quiet machine. See benchmarks/README.md.
bench:
	mvn -B -q -P benchmarks -pl benchmarks -am verify -Dmaven.test.skip=true -Dbench.skip=false -Dbench.args=--full

# The same in about 3 minutes: shows that everything works and only indicates where it stands.
bench-quick:
	mvn -B -q -P benchmarks -pl benchmarks -am verify -Dmaven.test.skip=true -Dbench.skip=false -Dbench.args=--quick

# All students of a real exam, in a permuted order of arrival; every one has to end where the exam's log says.
replay-real-exam:
	mvn -B -pl end-to-end-tests -am verify -Dtest=NoUnitTests -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=RealExamIT -Dstudents=1575 -Dfailsafe.failIfNoSpecifiedTests=false

# Every fault that must be survived, at length, in about 25 minutes; writes its verdicts into docs/faults.md. Needs root for a small
# mount, and Debian's libfaketime. Some of them only: make faults ONLY=4,9
faults:
	mvn -B -pl fault-tests -am verify -Dtest=NoUnitTests -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=AllFaults -Dfailsafe.failIfNoSpecifiedTests=false -Dfaults.page=docs/faults.md -Dfaults.only=$(ONLY)

# The service with a cache of its classes and profiles (JEP 483, 515), which starts in a fraction of the time; see
# docs/operations.md. The cache belongs to this very jar and JDK.
FAST = exam-service/target/fast
fast-start:
	mvn -B -q -pl exam-service -am package -Dmaven.test.skip=true
	rm -rf $(FAST)
	"$$(.ci/find-jdk)/bin/java" -Djarmode=tools -jar exam-service/target/exam-service-*-SNAPSHOT.jar extract --destination $(FAST)
	"$$(.ci/find-jdk)/bin/java" -XX:AOTCacheOutput=$(FAST)/exam-service.aot -Dspring.context.exit=onRefresh -jar $(FAST)/exam-service-*.jar \
	    --exam.data-dir=$(FAST)/training --exam.database.embedded-port=0 --server.port=0
	rm -rf $(FAST)/training
	@echo "Run it: java -XX:AOTCache=$(FAST)/exam-service.aot -jar $(FAST)/exam-service-*.jar"
